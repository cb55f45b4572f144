"""Reads: each starts from the signed-in person. What they do not find is not there."""
