"""Pages of crossings."""
