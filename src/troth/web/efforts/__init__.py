"""Pages of efforts."""
