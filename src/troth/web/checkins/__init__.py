"""Pages of checkins."""
