"""Give a form back the words that were kept when it locked."""

from typing import Any

from troth.store.queries.drafts import for_address
from troth.web.parts.access import SignedInRequest


def kept_words(request: SignedInRequest) -> dict[str, Any]:
    """Return the kept fields of the page that is asked for, as a form's `initial`; empty where there are none."""
    if request.method != "GET":
        return {}
    draft = for_address(request.me, request.path)
    if draft is None:
        return {}
    return {name: texts[0] if len(texts) == 1 else texts for name, texts in draft.fields.items() if texts}
