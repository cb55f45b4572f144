"""Fits linear models: logistic loss with a quadratic penalty, by L-BFGS, one thread, no chance anywhere."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from troth.coach.features import BITS as FULL
from troth.coach.features import Features
from troth.coach.weights import Table

Floats = NDArray[np.float64]


def table_of(seen: Features, *, bits: int, full: int = FULL) -> sparse.csr_matrix:
    """Make a sparse matrix of features."""
    made = sparse.csr_matrix(
        (seen.weights.astype(np.float64), seen.places >> (full - bits), seen.bounds),
        shape=(len(seen.bounds) - 1, 1 << bits),
    )
    made.sum_duplicates()
    return made


def fitted(
    given: sparse.csr_matrix, truth: NDArray[np.float32], *, penalty: float, steps: int
) -> tuple[Floats, Floats]:
    """Give weights (buckets x names) and offsets. What is rare may weigh more: it tells more (Spärck Jones 1972)."""
    rare = rarity(given)
    given = (given @ sparse.diags(rare)).tocsr()
    many, names = given.shape[1], truth.shape[1]
    turned = given.T.tocsr()
    share = (truth.mean(axis=0) + 1e-4) / (1 - truth.mean(axis=0) + 1e-4)

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(many + 1, names)
        z = given @ weights[:-1] + weights[-1]
        gap = 1.0 / (1.0 + np.exp(-z)) - truth
        cost = float((np.logaddexp(0.0, z) - truth * z).sum() + 0.5 * penalty * (weights[:-1] ** 2).sum())
        return cost, np.vstack((turned @ gap + penalty * weights[:-1], gap.sum(axis=0))).ravel()

    start = np.zeros((many + 1, names))
    start[-1] = np.log(share)
    found = minimize(
        loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 6}
    )
    weights = found.x.reshape(many + 1, names)
    return rare[:, None] * weights[:-1], weights[-1]


def fitted_with_any(
    given: sparse.csr_matrix, truth: NDArray[np.float32], *, penalty: float, steps: int
) -> tuple[Floats, Floats]:
    """Fit the names, and besides them whether any of them holds; each name's score is the mean of both.

    What danger of every kind has in common is learned from all of it, and each kind has few phrases (multi-task: Caruana 1997).
    """
    with_any = np.column_stack((truth, truth.any(axis=1)))
    weights, offset = fitted(given, with_any, penalty=penalty, steps=steps)
    return (weights[:, :-1] + weights[:, -1:]) / 2, (offset[:-1] + offset[-1:]) / 2


def rarity(given: sparse.csr_matrix) -> Floats:
    """Give the logarithm of how seldom each bucket is met, in a unit that leaves penalties as they were."""
    seen = np.bincount(given.indices, minlength=given.shape[1])
    return np.log((given.shape[0] + 1) / (seen + 1)) / 3


def platt(raw: Floats, truth: Floats, *, steps: int = 60) -> tuple[float, float]:
    """Fit slope and shift so that scores mean what they say (Platt 1999, Newton's method)."""
    slope, shift = 1.0, 0.0
    target = np.where(truth > 0, (truth.sum() + 1) / (truth.sum() + 2), 1 / (len(truth) - truth.sum() + 2))
    for _ in range(steps):
        p = 1.0 / (1.0 + np.exp(-(slope * raw + shift)))
        d, w = p - target, np.maximum(p * (1 - p), 1e-9)
        g = np.array([(d * raw).sum(), d.sum()])
        h = np.array([[(w * raw * raw).sum() + 1e-6, (w * raw).sum()], [(w * raw).sum(), w.sum() + 1e-6]])
        step = np.linalg.solve(h, g)
        slope, shift = slope - float(step[0]), shift - float(step[1])
    return slope, shift


def line_of(scores: Floats, truth: Floats, *, low: float, high: float = 0.5) -> float:
    """Choose the reporting line between two ends that gives the best F1."""
    lines = np.round(np.arange(low, high + 1e-9, 0.01), 2)
    f1 = [2 * (truth[scores >= t].sum()) / max((scores >= t).sum() + truth.sum(), 1) for t in lines]
    return float(lines[int(np.argmax(f1))])


def small(
    names: tuple[str, ...], weights: Floats, offset: Floats, *, slope: Floats, shift: Floats, line: Floats
) -> Table:
    """Write weights as int8 with one scale a name; the scale follows the 99.99th part so that one giant does not blur the rest."""
    top = np.maximum(np.quantile(np.abs(weights), 0.9999, axis=0), 1e-6)
    made = np.clip(np.rint(weights / top * 127), -127, 127).astype(np.int8)
    return Table(names, made, top / 127, offset, slope, shift, line)
