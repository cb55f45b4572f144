"""Pages of thoughts."""
