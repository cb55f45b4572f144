"""Reliable change: the printed rows, and the edges."""

import pytest

from troth.trends import reliable_change


@pytest.mark.parametrize(
    ("given", "expected", "verdict"),
    [
        ((5.0, 6.5, 1.2, 0.85), "1.5000 0.6573 2.2822 1.2882 0.2118 2.7882", "higher"),
        ((6.5, 5.0, 1.2, 0.85), "-1.5000 0.6573 -2.2822 1.2882 -2.7882 -0.2118", "lower"),
        ((20, 27, 8.25, 0.64), "7.0000 7.0004 0.9999 13.7204 -6.7204 20.7204", "within measurement error"),
    ],
)
def test_the_printed_rows(given, expected, verdict):
    before, after, sd, reliability = given
    found = reliable_change(before, after, sd=sd, reliability=reliability)
    values = (found.difference, found.se, found.index, found.cut, found.low, found.high)
    assert " ".join(f"{value:.4f}" for value in values) == expected
    assert found.verdict == verdict
