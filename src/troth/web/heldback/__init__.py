"""Pages of things held back."""
