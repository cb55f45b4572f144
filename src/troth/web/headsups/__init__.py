"""Pages of heads-ups."""
