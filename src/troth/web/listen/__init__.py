"""An exercise: listen to an invented moment, answer it, hear one thing well done and one to try. Nothing is kept."""
