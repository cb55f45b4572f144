"""A server whose clock a check can set, and whose passphrase runs it can count."""

from dataclasses import dataclass
from pathlib import Path

from tests.prove.server import ROOT


@dataclass(frozen=True)
class Watch:
    """Two files that servers of `settings_watched` (or of another settings module built on it) look at."""

    folder: Path
    module: str = "settings_watched"

    def __post_init__(self) -> None:
        self.set(0)
        self.runs_file.touch()

    @property
    def clock_file(self) -> Path:
        return self.folder / "clock"

    @property
    def runs_file(self) -> Path:
        return self.folder / "runs"

    @property
    def options(self) -> dict[str, str]:
        """Return what a server needs in its environment."""
        return named(self.module) | {"PROVE_CLOCK": str(self.clock_file), "PROVE_RUNS": str(self.runs_file)}

    def set(self, seconds: float) -> None:
        """Put the clock so many seconds ahead, or behind."""
        fresh = self.clock_file.with_suffix(".new")
        fresh.write_text(str(seconds))
        fresh.replace(self.clock_file)

    @property
    def runs(self) -> int:
        """Return how many passphrases have been stretched."""
        return self.runs_file.stat().st_size


def named(module: str) -> dict[str, str]:
    """Return the environment that makes a server take a settings module of this folder."""
    return {"DJANGO_SETTINGS_MODULE": f"tests.prove.{module}", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
