"""Reads definitions from TOML: all that is wrong at once, one line each."""
