"""Pages of wins."""
