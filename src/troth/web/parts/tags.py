"""Tags every template has without loading them: icons, the sentence after something was done, what is drawn once."""

from pathlib import Path

from django.template import Context, Library, Node, NodeList, TemplateSyntaxError
from django.template.base import Parser, TextNode, Token
from django.template.defaulttags import URLNode
from django.template.library import SimpleNode
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from troth.web.parts.said import sentence

register = Library()
SAME_FOR_ALL = (TextNode, TranslateNode, StaticNode, URLNode, SimpleNode)
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


@register.tag
def once(parser: Parser, token: Token) -> "Once":
    """Draw what is the same for everyone once a language: fixed words, addresses of pages, files, icons."""
    inside = parser.parse(("endonce",))
    parser.delete_first_token()
    for node in inside:
        if not isinstance(node, SAME_FOR_ALL):
            raise TemplateSyntaxError(
                f"{{% once %}}: {type(node).__name__} may differ from page to page. Put it outside."
            )
    return Once(inside)


class Once(Node):
    """Fixed words, kept in each language in which they were asked for."""

    def __init__(self, inside: NodeList) -> None:
        self.inside = inside
        self.drawn: dict[str | None, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        language = get_language()
        if language not in self.drawn:
            # With an empty context: nothing of one person's page can get in and be kept for the next.
            self.drawn[language] = self.inside.render(Context())
        return self.drawn[language]
