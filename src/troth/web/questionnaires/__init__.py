"""Pages of questionnaires: choose one, answer it, see what it says and how sure that is."""
