"""All practices in one place, and their lessons."""
