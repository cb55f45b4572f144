"""Other programs' answers to the same question."""

import warnings

import numpy as np
from statsmodels.tsa.statespace.structural import UnobservedComponents


def daily(days, values):
    """A daily grid, gaps as NaN."""
    grid = np.full(int(days[-1]) + 1, np.nan)
    grid[np.asarray(days, int)] = values
    return grid


def statsmodels_log_likelihood(days, values, *, q, tau, r, sigma2) -> float:
    """Log-likelihood of all ratings but the first. The exact diffuse start counts half a ln 2π more for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = UnobservedComponents(daily(days, values), "llevel", autoregressive=1, use_exact_diffuse=True)
        phi = np.exp(-1 / tau)
        found = model.loglike([sigma2, q * sigma2, r * sigma2 * (1 - phi**2), phi], transformed=True)
    return float(found + np.log(2 * np.pi) / 2)
