"""Insights: what my own notes say, in words, each with how sure it is."""
