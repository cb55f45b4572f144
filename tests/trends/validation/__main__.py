"""Run the checks in two processes and print the table: `python -m tests.trends.validation [NAME …]`."""

import sys
import time
from concurrent.futures import ProcessPoolExecutor

from tests.trends.validation import rows_calibration, rows_data, rows_exact, rows_words
from tests.trends.validation.row import Row

CHECKS = {
    "exact": rows_exact.statsmodels, "dense": rows_exact.dense_normal, "therapy": rows_data.therapy,
    "model": rows_calibration.of_the_model, "reliability": rows_calibration.of_reliability,
    "alarms": rows_words.false_alarms, "power": rows_words.power, "worlds": rows_calibration.of_other_worlds,
    "couples": rows_data.couples, "trades": rows_data.trades, "breaches": rows_words.breaches,
    "placebos": rows_data.placebos,
}  # fmt: skip
# The long ones first, so that neither process waits for the other at the end.
LONG_FIRST = ("alarms", "breaches", "power", "worlds", "model")


def main(chosen: list[str]) -> int:
    """Print every row in the order of the specification; the exit code is 1 where a target is missed."""
    unknown = set(chosen) - set(CHECKS)
    if unknown:
        sys.stderr.write(f"{' '.join(sorted(unknown))}: no such check. There are: {', '.join(CHECKS)}.\n")
        return 2
    begun = time.perf_counter()
    names = sorted(chosen or CHECKS, key=lambda name: LONG_FIRST.index(name) if name in LONG_FIRST else 99)
    rows: list[Row] = []
    with ProcessPoolExecutor(max_workers=2) as pool:
        for name, found in zip(names, pool.map(run, names), strict=True):
            sys.stderr.write(f"{name}: done\n")
            rows += found
    sys.stdout.write("| # | check | target | found | |\n|---|---|---|---|---|\n")
    for row in sorted(rows, key=lambda row: row.number):
        sys.stdout.write(f"| {row.number} | {row.check} | {row.target} | {row.found} | {row.verdict} |\n")
    aimed = [row for row in rows if row.met is not None]
    met = sum(bool(row.met) for row in aimed)
    sys.stdout.write(f"\n{met} of {len(aimed)} targets met, in {time.perf_counter() - begun:.0f} s.\n")
    return 0 if met == len(aimed) else 1


def run(name: str) -> list[Row]:
    """Run one check, in a process of its own."""
    return CHECKS[name]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
