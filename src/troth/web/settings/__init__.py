"""Settings: how it looks and locks, ways in, devices, the end of an account."""
