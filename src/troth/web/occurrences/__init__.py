"""Pages of occurrences."""
