"""Pages of listenings."""
