"""The ladder: seven steps of rising risk, and where the record stands."""
