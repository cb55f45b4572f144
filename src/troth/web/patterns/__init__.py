"""Every element of the look on one page."""
