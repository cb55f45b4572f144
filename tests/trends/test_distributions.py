"""Beta and Student's t: printed values, and the scientific library's."""

import numpy as np
import pytest
from scipy import special, stats

from troth.trends.beta import beta_cdf, beta_quantile
from troth.trends.beta_table import table_of
from troth.trends.mixture import Mixture
from troth.trends.student import student_cdf, student_log_density, student_quantile, student_table


def test_the_printed_values():
    assert f"{beta_cdf(0.3, 2.5, 4.5):.10f}" == "0.4065390167"
    assert f"{student_cdf(1.5, 4):.10f}" == "0.8960000000"
    assert f"{student_cdf(0.2, 2):.10f}" == "0.5700140042"
    assert f"{student_cdf(-3, 46):.10f}" == "0.0021741816"
    assert f"{beta_quantile(0.1, 1, 3):.10f}" == "0.0345106154"


def test_beta_agrees_everywhere():
    rng = np.random.default_rng(1)
    for a, b in np.exp(rng.uniform(-3, 8, (300, 2))):
        x = np.clip(rng.beta(a, b, 5), 1e-12, 1 - 1e-12)
        assert [beta_cdf(float(one), a, b) for one in x] == pytest.approx(special.betainc(a, b, x), abs=1e-10)
        p = rng.uniform(0.001, 0.999)
        assert beta_quantile(p, a, b) == pytest.approx(special.betaincinv(a, b, p), abs=1e-10)
    assert (beta_cdf(0, 2, 3), beta_cdf(1, 2, 3)) == (0, 1)


def test_the_table_of_a_beta_agrees():
    shares = (np.arange(2000) + 0.5) / 2000
    for a, b in ((1, 1), (1, 60), (0.6, 2.4), (30, 8), (200, 300), (5, 1)):
        table = table_of(a, b)
        points = np.sin(table.points_at(shares)) ** 2
        assert special.betainc(a, b, points) == pytest.approx(shares, abs=1e-7)
        assert float(np.mean(special.betainc(a, b, points) - shares)) == pytest.approx(0, abs=1e-9)
        assert table.heights_at(table.points_at(shares)) == pytest.approx(shares, abs=1e-9)


@pytest.mark.parametrize("degrees", [2, 3, 5, 12, 46, 220, 1500])
def test_student_agrees(degrees):
    t = np.concatenate([np.linspace(-12, 12, 1001), [-1e4, -60, 60, 1e4, 0.0]])
    expected = stats.t.cdf(t, degrees)
    assert student_table(degrees).cdf(t) == pytest.approx(expected, abs=1e-10)
    assert [student_cdf(float(one), degrees) for one in t[::25]] == pytest.approx(expected[::25], abs=1e-10)
    assert student_log_density(t, degrees) == pytest.approx(stats.t.logpdf(t, degrees), abs=1e-9)
    for p in (0.01, 0.1, 0.3, 0.5, 0.8, 0.999):
        assert student_quantile(p, degrees) == pytest.approx(stats.t.ppf(p, degrees), abs=1e-8)


def test_quantiles_of_a_mixture_are_where_its_distribution_function_says():
    rng = np.random.default_rng(2)
    for degrees in (2, 7, 100):
        weight = rng.dirichlet(np.full(40, 0.2))
        mixed = Mixture(degrees, weight, rng.normal(0, 3, 40), np.exp(rng.normal(-1, 1, 40)))
        for p in (0.1, 0.5, 0.9):
            assert mixed.at_most(mixed.quantile(p)) == pytest.approx(p, abs=1e-9)
        assert mixed.at_most(0.4) + mixed.more_than(0.4) == pytest.approx(1)
