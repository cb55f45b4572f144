"""What a command says when it cannot do what was asked."""


class Refused(Exception):
    """One line for the person who typed the command."""
