"""Rehearsing messages beside VADER's scores of the same texts, and beside a forward pass of an encoder of DistilBERT's size.

VADER gives one number for how a text feels; the encoder has random weights and no head. Neither does what the coach does: they say
what reading a text costs elsewhere. CPU time of one core.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from bench.measure import in_turn, once
from bench.table import Line, compared, shown
from troth.coach import rehearse, rehearse_many

COUNT, SIGNS, ROUNDS = 2_000, 100, 5
LEAST_A_SECOND, AIM_A_SECOND, MOST_ONE, MOST_COLD, MOST_MIB = 5_000, 20_000, 2e-3, 0.5, 40
# DistilBERT (Sanh et al. 2019): layers, width, heads, inner width; a text of 100 signs is about so many pieces of words.
LAYERS, WIDTH, HEADS, INNER, PIECES = 6, 768, 12, 3072, 28
SENTENCES = (
    "I'm sorry I was late, the bus broke down and I should have rung.", "What would help you tonight?", "You always do this.",
    "We can leave it for tomorrow, you say when.", "ok see you at six then", "Just trust me, it's all fine.",
    "I was with Mara for lunch and wanted you to know.", "dont be so dramatic its only a text", "Thanks for telling me.",
    "You should talk to someone about it.", "It sounds like you felt left out again.", "I'll ring you at seven.",
)  # fmt: skip
Numbers = NDArray[np.float32]
GROWTH = """
import pathlib, sys

def held():
    return int(pathlib.Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0])

import numpy, django.http
before = held()
from troth.coach import rehearse
rehearse("You're overthinking again. I'll ring you at seven.")
sys.stdout.write(str(held() - before))
"""


def texts() -> list[str]:
    """Messages of 100 signs, each put together of other sentences."""
    many = len(SENTENCES)
    made = (" ".join(SENTENCES[(at * step) % many] for step in (1, 5, 7, 11)) for at in range(COUNT))
    return [f"{number} {one}"[:SIGNS] for number, one in enumerate(made)]


def lines() -> Iterator[Line]:
    """Many at once, one alone, a cold start, and the memory that the first one takes."""
    given = texts()
    vader = SentimentIntensityAnalyzer()
    pair = in_turn(
        partial(rehearse_many, given),
        lambda: [vader.polarity_scores(one) for one in given],
        times=ROUNDS,
        clock=time.process_time,
    )
    a_second = COUNT / pair.ours
    yield Line("messages of 100 signs rehearsed a second", f"{a_second:,.0f}", "", None, f"≥ {LEAST_A_SECOND:,}", a_second >= LEAST_A_SECOND)  # fmt: skip
    yield Line("the same: the aim", f"{a_second:,.0f}", "", None, f"≥ {AIM_A_SECOND:,}", a_second >= AIM_A_SECOND)  # fmt: skip
    each, theirs = pair.ours / COUNT, pair.yardstick / COUNT
    yield compared("one of them, beside VADER's scores", shown(each), shown(theirs), pair.ratio, 1.0)
    forward = encoder()
    whole = median(once(forward, time.process_time) for _ in range(ROUNDS))
    yield compared("one of them, beside an encoder's forward pass", shown(each), shown(whole), each / whole, 0.01)  # fmt: skip
    one = median(once(partial(rehearse, text), time.process_time) for text in given[:200])
    yield Line("one message alone, warm", shown(one), "", None, "≤ 2 ms", one <= MOST_ONE)
    cold = median(once(_cold) for _ in range(ROUNDS))
    yield Line("`troth rehearse`, cold", shown(cold), "", None, "≤ 0.5 s", cold <= MOST_COLD)
    grown = int(subprocess.run([sys.executable, "-c", GROWTH], capture_output=True, check=True).stdout) / 1024
    yield Line("memory that the first rehearsal adds", f"{grown:.0f} MiB", "", None, f"≤ {MOST_MIB} MiB", grown <= MOST_MIB)  # fmt: skip


def _cold() -> None:
    subprocess.run(
        [str(Path(sys.executable).with_name("troth")), "rehearse", "-"],
        input=b"I'm sorry I was late.",
        capture_output=True,
        check=True,
        env=os.environ,
    )


def encoder() -> Callable[[], Numbers]:
    """One text through six layers of attention, in single precision, random weights."""
    chance = np.random.default_rng(0)
    shapes = [(WIDTH, WIDTH)] * 4 + [(WIDTH, INNER), (INNER, WIDTH)]
    layers = [[chance.normal(0, 0.02, shape).astype(np.float32) for shape in shapes] for _ in range(LAYERS)]
    given = chance.normal(0, 1, (PIECES, WIDTH)).astype(np.float32)

    def forward() -> Numbers:
        state = given
        for query, key, value, out, up, down in layers:
            q, k, v = (_heads(state @ one) for one in (query, key, value))
            weights = np.exp(q @ k.transpose(0, 2, 1) / np.sqrt(WIDTH / HEADS))
            weights /= weights.sum(axis=-1, keepdims=True)
            state = _level(state + (weights @ v).transpose(1, 0, 2).reshape(PIECES, WIDTH) @ out)
            state = _level(state + _gelu(state @ up) @ down)
        return state

    return forward


def _heads(state: Numbers) -> Numbers:
    return state.reshape(PIECES, HEADS, WIDTH // HEADS).transpose(1, 0, 2)


def _gelu(x: Numbers) -> Numbers:
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3))))


def _level(x: Numbers) -> Numbers:
    return np.asarray((x - x.mean(axis=-1, keepdims=True)) / (x.std(axis=-1, keepdims=True) + 1e-6))
