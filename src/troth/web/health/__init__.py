"""Is it there? Says so, signed out."""
