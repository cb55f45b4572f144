"""A thin SQLite backend: safe settings on every connection, and one writers' lock in the process."""
