"""Incidents: one moment, on either side; each is one sign for the gate."""

import pytest

from tests.practices.examples import MADE, SUNDAY
from troth.practices import BadContent, line_of, named, start
from troth.practices.incidents import Incident
from troth.safety import SIGN_KINDS, Sign


def an_incident(**given):
    return start(
        "incidents", Incident(**{"kind": "questions", "toward": "other", **given}), at=MADE, on=SUNDAY
    )


@pytest.mark.parametrize("kind", SIGN_KINDS)
@pytest.mark.parametrize("toward", ["me", "other"])
def test_each_is_one_sign_in_its_direction(kind, toward):
    document = an_incident(kind=kind, toward=toward)
    assert named("incidents").gate_signs(document) == (Sign(kind, toward, 1),)
    assert dict(line_of(document).facts) == {"kind": kind, "toward": toward}


def test_two_taps_are_enough_and_words_may_follow():
    assert an_incident().content.note == ""
    assert an_incident(note="  At the door \r\n").content.note == "At the door"


@pytest.mark.parametrize("given", [{"kind": "mood"}, {"toward": "them"}, {"note": "x" * 4_001}])
def test_what_is_no_incident_is_refused(given):
    with pytest.raises(BadContent):
        an_incident(**given)
