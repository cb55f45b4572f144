"""Our figures beside their yardsticks, in one run, as ratios: `python -m bench`."""
