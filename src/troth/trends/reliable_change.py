"""Questionnaires: is a difference of two scores larger than measurement error?"""

from math import sqrt
from statistics import NormalDist

from troth.trends.answers import ReliableChange, Verdict
from troth.trends.inputs import number


def reliable_change(
    before: float, after: float, *, sd: float, reliability: float, confidence: float = 0.95
) -> ReliableChange:
    """Compare two scores of one person on one scale.

    Parameters
    ----------
    before, after : the two scores, in points
    sd : standard deviation of the scores of many people, in points
    reliability : internal consistency, or a short retest in stable people, from 0 up to but not 1
    confidence : how sure a verdict has to be

    Returns
    -------
    ReliableChange : difference, standard error, index, cut, interval in points, and the verdict

    Raises
    ------
    ValueError : a number is out of range

    Source
    ------
    Jacobson and Truax 1991; specification of trends, section 9.

    Examples
    --------
    >>> found = reliable_change(5.0, 6.5, sd=1.2, reliability=0.85)
    >>> round(found.index, 4), round(found.cut, 4), found.verdict
    (2.2822, 1.2882, 'higher')
    """
    before, after = number(before, name="before"), number(after, name="after")
    if number(sd, name="sd") <= 0:
        raise ValueError("sd: expected more than 0")
    if not 0 <= number(reliability, name="reliability") < 1:
        raise ValueError("reliability: expected 0 or more, and less than 1")
    if not 0 < number(confidence, name="confidence") < 1:
        raise ValueError("confidence: expected between 0 and 1")
    difference, se = after - before, sd * sqrt(2 * (1 - reliability))
    cut = NormalDist().inv_cdf((1 + confidence) / 2) * se
    verdict: Verdict = "within measurement error"
    if abs(difference) > cut:
        verdict = "higher" if difference > 0 else "lower"
    return ReliableChange(
        difference, se, difference / se, cut, difference - cut, difference + cut, verdict, reliability
    )
