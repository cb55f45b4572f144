"""Fits the second look: one hidden layer of hyperbolic tangents, logistic loss, quadratic penalty, L-BFGS, a fixed start."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from troth.coach.second_look import SecondLook, shapes

Floats = NDArray[np.float64]
HIDDEN, PENALTY, STRAIGHT, STEPS = 64, 40.0, 5.0, 150
LEARNED = ("hidden", "hidden_offset", "out", "straight", "offset")


def second_look(inputs: Floats, truth: NDArray[np.float32]) -> SecondLook:
    """Fit on scores that each sentence got from models that did not see its author."""
    centre, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-6
    seen = (inputs - centre) / spread
    size = shapes(inputs.shape[1], HIDDEN, truth.shape[1])
    chance = np.random.default_rng(7)
    begin = {name: np.zeros(size[name]) for name in LEARNED}
    begin["hidden"] = chance.normal(0, 1 / np.sqrt(seen.shape[1]), size["hidden"])
    begin["out"] = chance.normal(0, 0.1, size["out"])
    begin["offset"] = np.full(size["offset"], -2.0)

    def loss(flat: Floats) -> tuple[float, Floats]:
        parts = _parts(flat, size)
        bent = np.tanh(seen @ parts["hidden"] + parts["hidden_offset"])
        z = bent @ parts["out"] + seen @ parts["straight"] + parts["offset"]
        gap = 1.0 / (1.0 + np.exp(-z)) - truth
        back = (gap @ parts["out"].T) * (1 - bent * bent)
        cost = (np.logaddexp(0.0, z) - truth * z).sum() + PENALTY / 2 * (
            (parts["hidden"] ** 2).sum()
            + (parts["out"] ** 2).sum()
            + STRAIGHT * (parts["straight"] ** 2).sum()
        )
        slopes = (
            seen.T @ back + PENALTY * parts["hidden"],
            back.sum(axis=0),
            bent.T @ gap + PENALTY * parts["out"],
            seen.T @ gap + STRAIGHT * PENALTY * parts["straight"],
            gap.sum(axis=0),
        )
        return float(cost), np.concatenate([one.ravel() for one in slopes])

    start = np.concatenate([begin[name].ravel() for name in LEARNED])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return SecondLook(centre=centre, spread=spread, **_parts(found.x, size))


def _parts(flat: Floats, size: dict[str, tuple[int, ...]]) -> dict[str, Floats]:
    found, place = {}, 0
    for name in LEARNED:
        many = int(np.prod(size[name]))
        found[name] = flat[place : place + many].reshape(size[name])
        place += many
    return found
