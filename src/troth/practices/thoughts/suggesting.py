"""Which thinking traps may be suggested for a thought, as a question. Only the writer decides."""

from collections.abc import Iterable

from troth.practices.thoughts.content import Thought, Trap

MOST_SUGGESTED = 2
# Below this a suggestion would be wrong about as often as right.
SUGGEST_FROM = 0.6
# The traps as the coach names them, and as a record holds them. "The good does not count" is the writer's alone.
NAMES: dict[str, Trap] = {
    "all-or-nothing": "all_or_nothing",
    "overgeneralising": "overgeneralising",
    "mental-filter": "filter",
    "mind-reading": "mind_reading",
    "fortune-telling": "fortune_telling",
    "catastrophising": "catastrophe",
    "emotional-reasoning": "feeling_as_fact",
    "should-statements": "rules",
    "labelling": "labelling",
    "personalising": "personalising",
}


def suggested(thought: Thought, scores: Iterable[tuple[str, float]]) -> tuple[Trap, ...]:
    """Say which traps may be asked about: "could this be …?"

    Parameters
    ----------
    thought : a record; a reframe has no traps
    scores : the coach's names of traps, each with how sure it is, 0 to 1

    Returns
    -------
    tuple : of the two surest those that the writer neither chose nor passed by; whoever answers is not asked about a third

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of the coach, section 3: at most two, suggested and never decided. The line is our choice; how often
    the coach is right stands in ``docs/models/coach.md``.

    Examples
    --------
    >>> record = Thought(situation="No reply", thought="It will never change.", passed=("labelling",))
    >>> suggested(record, [("fortune-telling", .9), ("labelling", .8), ("mental-filter", .4)])
    ('fortune_telling',)
    """
    if thought.kind != "record":
        return ()
    answered = {*thought.traps, *thought.passed}
    sure = sorted(
        ((score, name) for name, score in scores if score >= SUGGEST_FROM), key=lambda one: (-one[0], one[1])
    )
    named = [NAMES[name] for _score, name in sure if name in NAMES][:MOST_SUGGESTED]
    return tuple(trap for trap in named if trap not in answered)
