"""The space between you and your person: open, switch, pause, close, delete."""
