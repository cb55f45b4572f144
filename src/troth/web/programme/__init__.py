"""The programme: the path of its steps, one step, one card."""
