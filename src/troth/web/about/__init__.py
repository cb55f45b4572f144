"""What Troth is, what it promises and what it does not."""
