"""Tags every template has without loading them: our icons, and the sentence after something was done."""

from pathlib import Path

from django.template import Context, Library, TemplateSyntaxError
from django.utils.safestring import SafeString, mark_safe

from troth.web.parts.said import sentence

register = Library()
DRAWINGS = Path(__file__).parent / "icons"
ICONS = {file.stem: mark_safe(file.read_text().strip()) for file in sorted(DRAWINGS.glob("*.svg"))}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of our icons; screen readers skip it, its word stands beside it."""
    if name not in ICONS:
        raise TemplateSyntaxError(f"{{% icon {name!r} %}}: no such icon. There are: {', '.join(ICONS)}.")
    return ICONS[name]


@register.simple_tag(takes_context=True)
def said(context: Context, code: str | None = None) -> str:
    """Say the sentence of a code: the given one, else the one in the address; unknown codes say nothing."""
    if code is None:
        request = getattr(context, "request", None)
        code = request.GET.get("said", "") if request else ""
    return sentence(code)
