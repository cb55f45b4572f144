"""Pages of the safety plan."""
