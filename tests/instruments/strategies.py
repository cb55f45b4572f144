"""Random answers to any instrument."""

from hypothesis import strategies as st

from tests.instruments import vectors
from troth import instruments

SHEETS = tuple(one.instrument for one in instruments.catalogue(folders=vectors.USERS_OWN))
sheets = st.sampled_from(SHEETS)


@st.composite
def filled_in(draw, *, blanks=True):
    """An instrument and answers to it, some of them blank."""
    sheet = draw(sheets)
    found = {}
    for item in sheet.items:
        value = draw(st.sampled_from([option.value for option in item.options]))
        if not blanks or draw(st.integers(0, 6)):
            found[item.no] = value
    return sheet, found
