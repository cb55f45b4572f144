"""Pages of affirmations."""
