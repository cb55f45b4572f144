"""What stands on a record's page: at most two questions about traps, or the card where words sound of danger."""

from collections.abc import Iterable, Mapping

from troth import practices
from troth.practices.thoughts import Thought, suggested
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.coached import card_for
from troth.web.parts.gated import may_ask
from troth.web.parts.lazily import coach

# A thought is one or two sentences; whoever pastes a page is not kept waiting.
MOST_SENTENCES = 8


def around(request: SignedInRequest, opened: Opened) -> Mapping[str, object]:
    """Look at the writer's own thought while it is open; where there may be danger, no fear is called a trap."""
    thought: Thought = opened.content
    if opened.line.state != "open" or thought.kind != "record":
        return {}
    flags = coach.danger("\n".join(practices.named("thoughts").words(opened.document)))
    card = None if "fine" in request.GET else card_for(request, flags)
    if flags or not may_ask(request):
        return {"card": card}
    return {"suggested": suggested(thought, _scores(thought.thought))}


def _scores(words: str) -> Iterable[tuple[str, float]]:
    """Score the whole and each sentence of it; a trap counts where it is surest."""
    parts = [words, *(words[one.start : one.end] for one in coach.sentences(words)[:MOST_SENTENCES])]
    surest: dict[str, float] = {}
    for part in dict.fromkeys(parts):
        for one in coach.traps(part):
            surest[one.trap] = max(one.score, surest.get(one.trap, 0.0))
    return surest.items()
