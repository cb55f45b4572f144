"""Pages of rests."""
