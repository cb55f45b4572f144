"""Pages of the jealousy and control check."""
