"""Today: one small step, what is due, a two-tap check-in. Done in two minutes."""
