"""Pages of origins."""
