"""Rehearse a message before it is sent; keep it as a draft where that is asked for."""
