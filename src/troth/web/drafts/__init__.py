"""What was being written: kept sealed, shown again, let go."""
