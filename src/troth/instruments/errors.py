"""What can go wrong in this room. Every text is one line and carries numbers, names of ours and what was expected.

InstrumentError
├── UnknownInstrument   no definition of this id; names the nearest
├── DefinitionError     a definition cannot be used; `problems` holds every line at once
├── BadAnswer           an answer that the instrument does not know
├── BadRows             a table of answers whose header or lines have the wrong form
├── UnknownNormGroup    the instrument has no such group
├── NotComparable       two scores of different instruments, or no attachment axes
└── BadResponse         a FHIR response that is not an answer to this instrument
"""

SHOWN = 12


class InstrumentError(ValueError):
    """The family of everything that this room raises."""


class UnknownInstrument(InstrumentError):
    """No definition has this id."""

    def __init__(self, id: str, nearest: tuple[str, ...]) -> None:
        self.id, self.nearest = id, nearest
        hint = f"did you mean {' or '.join(nearest)}?" if nearest else "run 'troth instruments' to see them"
        super().__init__(f'no instrument "{shortened(id)}"; {hint}')


class DefinitionError(InstrumentError):
    """A definition cannot be used. `problems` says everything that is wrong, one line each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class BadAnswer(InstrumentError):
    """An answer that the instrument does not know, or an item that it does not have."""

    def __init__(self, item: object, given: object, allowed: str, why: str) -> None:
        self.item, self.given, self.allowed = item, given, allowed
        super().__init__(f"item {item}: {why}")


class BadRows(InstrumentError):
    """A table of answers whose header or lines have the wrong form."""


class UnknownNormGroup(InstrumentError):
    """The instrument has no norm group of this name."""

    def __init__(self, group: str, instrument: str, groups: tuple[str, ...]) -> None:
        known = ", ".join(groups) or "no norm groups"
        super().__init__(f'norm group "{shortened(group)}": {instrument} has {known}')


class NotComparable(InstrumentError):
    """Two scores that are not of one instrument, or a score without attachment axes."""


class BadResponse(InstrumentError):
    """A FHIR response that is not an answer to this instrument."""


def shortened(text: str) -> str:
    """Cut what somebody typed: an error names the place, it does not repeat a sentence."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
