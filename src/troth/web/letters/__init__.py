"""The monthly letter: what I did, what changed, how sure that is; a page, and a PDF to keep."""
