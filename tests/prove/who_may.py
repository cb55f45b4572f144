"""Who may use which address: one line for each. An address that stands here nowhere fails check 20."""

from dataclasses import dataclass
from typing import Literal

from troth import practices

Circle = Literal["everyone", "people", "owner"]


@dataclass(frozen=True)
class Who:
    """One address: for whom it is open, with which methods, and which kind of object it names."""

    may: Circle
    methods: str
    names: str = ""  # the kind of object in the address: an entry's practice, "bond", "ruled", "given", "session", "draft" …
    state: str = "mine"  # the state in which the owner finds it there
    word: str = ""  # what stands in the address where it is no identifier
    query: str = ""  # the name under which the object stands in the query, where it is not in the path


OPEN_PAGE, OPEN_FORM, OPEN_DOOR = (
    Who("everyone", "GET HEAD"),
    Who("everyone", "POST"),
    Who("everyone", "GET POST"),
)
PAGE, FORM, BOTH = Who("people", "GET"), Who("people", "POST"), Who("people", "GET POST")


def _entry_addresses(practice: str) -> dict[str, Who]:
    shown, changed = Who("owner", "GET", practice), Who("owner", "POST", practice)
    return {
        f"{practice}:list": PAGE,
        f"{practice}:new": BOTH,
        f"{practice}:one": shown,
        f"{practice}:edit": Who("owner", "GET POST", practice),
        f"{practice}:delete": changed,
        f"{practice}:undo": Who("owner", "POST", practice, state="undo hour"),
        **{f"{practice}:{move.name}": changed for move in practices.named(practice).moves},
    }


TABLE: dict[str, Who] = {
    "about:first": OPEN_PAGE,
    "about:about": OPEN_PAGE,
    "safety:safety": OPEN_PAGE,
    "safety:check": OPEN_DOOR,
    "safety:devices": OPEN_PAGE,
    "safety:leaving": OPEN_PAGE,
    "settings:deleted": OPEN_PAGE,
    "health:health": OPEN_PAGE,
    "patterns:all": OPEN_PAGE,
    "door:sign_up": OPEN_DOOR,
    "door:sign_in": OPEN_DOOR,
    "door:unlock": OPEN_DOOR,
    "door:recover": OPEN_DOOR,
    "door:lock": OPEN_FORM,
    "door:sign_out": OPEN_FORM,
    "door:leave": Who("everyone", "GET HEAD POST"),
    "door:still_here": FORM,
    "today:today": PAGE,
    "today:not_today": FORM,
    "journal:timeline": PAGE,
    "journal:search": BOTH,
    "journal:deleted": PAGE,
    "practices:overview": PAGE,
    "practices:lesson": Who("people", "GET", word="promises"),
    "drafts:keep": FORM,
    "drafts:kept": PAGE,
    "drafts:let_go": Who("owner", "POST", "draft"),
    "bonds:overview": PAGE,
    "bonds:new": BOTH,
    **{f"bonds:{name}": Who("owner", "GET POST", "bond") for name in ("edit", "roles", "delete")},
    **{f"bonds:{name}": Who("owner", "POST", "bond") for name in ("switch", "paused", "closed", "active")},
    # Every practice has these, each for its owner alone; what a practice has besides stands below it by name.
    **{name: who for practice in practices.names() for name, who in _entry_addresses(practice).items()},
    "repairs:new": Who("owner", "GET POST", "missed", query="about"),
    "crossings:new": Who("owner", "GET POST", "boundaries", query="about"),
    "joining:join": OPEN_DOOR,
    "joining:accept": FORM,
    "joining:two": Who("owner", "GET", "bond"),
    **{
        f"joining:{name}": Who("owner", "POST", "bond")
        for name in ("make_code", "end_code", "let_in", "take_back", "leave")
    },
    "together:all": PAGE,
    "together:looked": FORM,
    "together:one": Who("owner", "GET", "received"),
    "together:take_back": Who("owner", "POST", "given"),
    "together:asked": Who("owner", "POST", "bond"),
    "together:share": Who("owner", "GET POST", "to share"),
    "together:give": Who("owner", "POST", "to share"),
    "together:rules": PAGE,
    "together:rule": Who("people", "GET POST", word="wins"),
    "together:make": Who("people", "POST", word="wins"),
    "together:stop": Who("owner", "POST", "ruled", word="wins"),
    "checkins:quick": FORM,
    **dict.fromkeys(
        ("efforts:remember", "incidents:limits", "ladder:ladder", "origins:life", "plans:sheet"), PAGE
    ),
    **dict.fromkeys(("signs:back", "thoughts:together", "programme:path"), PAGE),
    **dict.fromkeys(("insights:overview", "insights:trust", "insights:word", "insights:moments"), PAGE),
    **dict.fromkeys(("insights:together", "insights:support", "letters:all"), PAGE),
    **dict.fromkeys(("insights:trust_picture", "insights:word_picture", "insights:support_picture"), PAGE),
    "letters:one": Who("people", "GET", word="2026-01"),
    "letters:pdf": Who("people", "GET", word="2026-01"),
    "talks:begin": PAGE,
    "paces:set": FORM,
    "replies:agreed": PAGE,
    "replies:say": Who("owner", "POST", "received"),
    "talks:step": Who("people", "GET", word="settle"),
    "programme:step": Who("people", "GET POST", word="a4"),
    "programme:here": Who("people", "POST", word="a4"),
    "programme:card": Who("people", "GET POST", word="b4"),
    "efforts:tap": Who("people", "POST", word="stayed"),
    "occurrences:tap": Who("people", "POST", word="now"),
    "crossings:tap": Who("owner", "POST", "boundaries", word="held_by_me", query="about"),
    "jealousy:keep": FORM,
    "habits:read": BOTH,
    "listen:choose": PAGE,
    "listen:moment": Who("people", "GET POST", word="p01"),
    "rehearsals:rehearse": BOTH,
    "rehearsals:promise": FORM,
    "safety_plans:on_today": FORM,
    "thoughts:trap": Who("owner", "POST", "thoughts"),
    "questionnaires:licences": PAGE,
    "questionnaires:pairs": PAGE,
    "questionnaires:begin": Who("people", "POST", word="phq-4"),
    "questionnaires:over_time": Who("people", "GET", word="phq-4"),
    "questionnaires:along": Who("people", "GET", word="phq-4"),
    "questionnaires:two_lines": Who("owner", "GET", "questionnaires"),
    "questionnaires:answer": Who("owner", "GET POST", "questionnaires"),
    "questionnaires:answer_all": Who("owner", "GET POST", "questionnaires"),
    "questionnaires:fhir": Who("owner", "POST", "questionnaires"),
    "wins:week": PAGE,
    "wins:week_of": Who("people", "GET", word="2026-01-05"),
    "wins:from_entry": Who("owner", "POST", "promises"),
    "settings:overview": PAGE,
    "settings:choices": BOTH,
    "settings:devices": PAGE,
    "settings:end_one": Who("owner", "POST", "session"),
    "settings:end_others": FORM,
    "settings:end_all": FORM,
    "settings:passphrase": BOTH,
    "settings:first_code": BOTH,
    "settings:new_code": BOTH,
    "settings:renew": BOTH,
    "settings:delete": BOTH,
    "takeout:take": BOTH,
    "takeout:bring": BOTH,
}
