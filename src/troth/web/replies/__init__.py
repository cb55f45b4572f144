"""Agreed things: what I proposed, what was proposed to me, and a yes that either may take back; a word on a promise."""
