"""Pages of the support map."""
