"""The command `troth habits`: an export of a chat in, counts of one's own messages out, nothing kept."""

import argparse
import json
import sys
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from tqdm import tqdm

from troth import coach
from troth.app.refused import Refused
from troth.coach.habits import ENOUGH, Counting, batches

DECIMALS = 4
SIDES = (("help", coach.HELPS), ("hurt", coach.HURTS))
CHANGED = {
    "not-enough": f"Not enough yet to say whether it changes: that takes two months with {ENOUGH} messages each.",
    "no-clear-change": "No clear change in {month} beside the months before.",
    "fewer": "Fewer in {month} than in the months before ({before} to {after} of 100 sentences).",
    "more": "More in {month} than in the months before ({before} to {after} of 100 sentences).",
}
ENGLISH_ONLY = "These messages do not look like English. I read English only, so the counts say little."
ROUGH = "The counts are rough: the reading errs, and sentences that hurt depend on the moment. docs/models/coach.md"
NO_FLAG = "Some messages hold words of danger. Whom to call: troth safety"


class Here(tzinfo):
    """The zone of this machine, with its clock changes."""

    def fromutc(self, at: datetime) -> datetime:
        return datetime.fromtimestamp(at.replace(tzinfo=UTC).timestamp()).replace(tzinfo=self)

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        return None if at is None else at.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, at: datetime | None) -> timedelta | None:
        return None

    def tzname(self, at: datetime | None) -> str | None:
        return None if at is None else at.replace(tzinfo=None).astimezone().tzname()


def show_habits(choice: argparse.Namespace) -> None:
    """Print the counts, in words or as JSON."""
    zone = _zone(choice.zone)
    with _opened(choice.file) as stream:
        try:
            reading = coach.read_export(stream, me=choice.me, format=choice.format, order=choice.order)
            counting = Counting(zone)
            with tqdm(unit=" messages", delay=1, disable=None) as bar:
                for batch in batches(reading):
                    counting.add(batch)
                    bar.update(len(batch))
        except coach.BadExport as error:
            raise Refused(str(error)) from error
    found, skipped = counting.habits(), reading.skipped
    if choice.json:
        print(json.dumps(_plain(found, skipped), ensure_ascii=True, indent=2))
    else:
        print("\n".join(_said(found, skipped)))
    if not found.is_english:
        print(ENGLISH_ONLY, file=sys.stderr)
    if found.flagged:
        print(NO_FLAG, file=sys.stderr)


def _plain(found: coach.Habits, skipped: coach.Skipped) -> dict[str, Any]:
    return {
        "messages": found.messages,
        "skipped": {"others": skipped.others, "system": skipped.system, "unreadable": skipped.unreadable},
        "months": [_month(one) for one in found.months],
        "balance": {"helps": found.balance.helps, "hurts": found.balance.hurts},
    }


def _month(one: coach.Month) -> dict[str, Any]:
    marks = {
        name: {
            "count": share.count,
            "share": round(share.share, DECIMALS),
            "low": round(share.low, DECIMALS),
            "high": round(share.high, DECIMALS),
        }
        for name, share in one.marks.items()
    }
    return {"month": one.month, "messages": one.messages, "sentences": one.sentences, "marks": marks}


def _said(found: coach.Habits, skipped: coach.Skipped) -> list[str]:
    """Say it in lines."""
    balance = found.balance
    lines = [
        f"{found.messages} messages of your own, {found.sentences} sentences. Left behind: {skipped.others} of others, "
        f"{skipped.system} without words, {skipped.unreadable} unreadable.",
        f"{balance.helps} sentences that may help, {balance.hurts} that may hurt.",
    ]
    for one in found.months:
        lines += ["", f"{one.month}  {one.messages} messages, {one.sentences} sentences{_little(one)}"]
        lines += [line for title, names in SIDES if (line := _side(one, title, names))]
    lines += ["", f"May hurt: {_changed(found.hurts)}", f"May help: {_changed(found.helps)}"]
    if found.phrases:
        lines += ["", "Your own words that come again where it may hurt:"]
        lines += [f'  {one.count}× "{one.words}" ({one.mark})' for one in found.phrases]
    return [*lines, "", ROUGH]


def _little(one: coach.Month) -> str:
    return "" if one.is_enough else f": not enough yet (under {ENOUGH} messages)"


def _side(one: coach.Month, title: str, names: tuple[str, ...]) -> str:
    if not one.is_enough:
        return ""
    often = sorted((name for name in names if one.marks[name].count), key=lambda name: -one.marks[name].count)
    said = [
        f"{name} {_percent(one.marks[name].share)} ({_percent(one.marks[name].low)} to {_percent(one.marks[name].high)})"
        for name in often
    ]
    return f"  may {title}, of 100 sentences: {', '.join(said) or 'none'}"


def _changed(moved: coach.Moved) -> str:
    return CHANGED[moved.change].format(
        month=moved.month, before=_percent(moved.before), after=_percent(moved.after)
    )


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".removesuffix(".0")


def _zone(name: str | None) -> tzinfo:
    if name is None:
        return Here()
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise Refused("--zone: expected a time zone like Europe/Berlin") from error


def _opened(name: str) -> IO[bytes]:
    try:
        return sys.stdin.buffer if name == "-" else Path(name).open("rb")
    except (OSError, ValueError) as error:
        shown = "standard input" if name == "-" else name
        raise Refused(f"{shown}: cannot be read") from error
