"""Reliability, felt trust, and what may be said about them. Pure: numpy and the standard library."""

from troth.trends.acts import acts_and_trust
from troth.trends.answers import (
    Band,
    Bound,
    Calibration,
    Change,
    Comparison,
    Days,
    Group,
    Level,
    Link,
    Reliability,
    ReliabilityChange,
    ReliabilityScore,
    ReliabilityStep,
    ReliableChange,
    Repair,
    ScaleUse,
    Score,
    Trend,
    TrendScore,
    TrendStep,
    Window,
)
from troth.trends.change import change_check
from troth.trends.felt_trust import compare, felt_trust, felt_trust_many
from troth.trends.inputs import Event, Promise, Rating, ReliabilityOptions, TrendOptions
from troth.trends.likelihood import log_evidence, log_likelihood
from troth.trends.reliability import reliability
from troth.trends.reliability_score import score_reliability
from troth.trends.reliable_change import reliable_change
from troth.trends.smooth import smooth
from troth.trends.state import TrendState, add_rating, level_of, state_of
from troth.trends.trend_score import score_trend

__all__ = [
    "Band",
    "Bound",
    "Calibration",
    "Change",
    "Comparison",
    "Days",
    "Event",
    "Group",
    "Level",
    "Link",
    "Promise",
    "Rating",
    "Reliability",
    "ReliabilityChange",
    "ReliabilityOptions",
    "ReliabilityScore",
    "ReliabilityStep",
    "ReliableChange",
    "Repair",
    "ScaleUse",
    "Score",
    "Trend",
    "TrendOptions",
    "TrendScore",
    "TrendState",
    "TrendStep",
    "Window",
    "acts_and_trust",
    "add_rating",
    "change_check",
    "compare",
    "felt_trust",
    "felt_trust_many",
    "level_of",
    "log_evidence",
    "log_likelihood",
    "reliability",
    "reliable_change",
    "score_reliability",
    "score_trend",
    "smooth",
    "state_of",
]
