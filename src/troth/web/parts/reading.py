"""Lessons and cards as HTML."""

from importlib import import_module

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

# Our own lessons only; raw HTML in them is shown as text all the same. Loaded with the first lesson, not at the start.
HOW = {"html": False, "typographer": False}
MARKDOWN = SimpleLazyObject(lambda: import_module("markdown_it").MarkdownIt("commonmark", HOW))


def as_html(markdown: str) -> SafeString:
    """Turn a lesson into HTML; where it says "open *Safety*", one press opens it."""
    safety = format_html('<a href="{}">{}</a>', reverse("safety:safety"), _("Safety"))
    return mark_safe(MARKDOWN.render(markdown).replace("<em>Safety</em>", safety))
