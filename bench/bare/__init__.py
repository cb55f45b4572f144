"""The yardstick for pages and starts: the smallest Django project that does the same kind of work."""
