"""Troth: small daily practice for someone who supports a person who finds it hard to trust."""

__version__ = "0.1.0"
