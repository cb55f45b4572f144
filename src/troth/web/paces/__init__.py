"""How fast it may go: three cards, one press, no reason; the other sees the present pace and nothing else."""
