"""A copy in its fixed frame: the very same for the preview and for whoever receives it."""

from troth.web.parts.copies.framed import Framed, begins, framed

__all__ = ["Framed", "begins", "framed"]
