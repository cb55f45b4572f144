"""Take everything with me; bring an export in."""
