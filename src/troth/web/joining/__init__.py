"""Two of you: make a code, say yes to one, compare six words, let in, leave. No page of it sends or tells anything."""
