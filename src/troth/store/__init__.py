"""The store: rows, queries, actions and transactions. The one Django app; nothing private is ever written in clear."""
