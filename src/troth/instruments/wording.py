"""The words of a question as a page shows them."""

from troth.instruments.model import Instrument


def item_text(instrument: Instrument, no: int, *, name: str | None = None) -> str:
    """Give the words of one question, with the lead before it and a name in its place.

    Parameters
    ----------
    instrument : the questionnaire
    no : the item's number, from 1
    name : of the person it is about; without one it is "this person"

    Returns
    -------
    str : the question, or "Item 7" where we may not pass the words on

    Raises
    ------
    KeyError : there is no such item

    Source
    ------
    Specification of questionnaires, section 3, ``lead``, ``target`` and ``text_included``.

    Examples
    --------
    >>> from troth.instruments import load
    >>> item_text(load("ipip-trust-4"), 1)
    'I trust others.'
    >>> item_text(load("troth-trust"), 9, name="Ben")
    'Ben catches me off guard with sudden changes of mood or plan.'
    >>> item_text(load("ecr-rs"), 7)
    'Item 7'
    """
    if not 1 <= no <= len(instrument.items):
        raise KeyError(no)
    text = instrument.items[no - 1].text
    if not instrument.text_included or not text:
        return f"Item {no}"
    if instrument.lead:
        text = f"{instrument.lead} {text[:1].lower()}{text[1:]}"
    return named(text, name)


def named(text: str, name: str | None = None) -> str:
    """Put a name where a text leaves room for one.

    Parameters
    ----------
    text : with ``{name}`` where the name goes
    name : of the person; without one it is "this person"

    Returns
    -------
    str : the text; without a name, a capital letter where it begins with "this person"

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of questionnaires, section 3, ``target``.

    Examples
    --------
    >>> named("{name} and {name}"), named("About {name}.", "Ben")
    ('This person and this person', 'About Ben.')
    """
    filled = text.replace("{name}", name or "this person")
    return filled if name else filled[:1].upper() + filled[1:]
