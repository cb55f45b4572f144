"""Pages of stepping back."""
