"""Every command, once: its name, what it does, what it takes, where it is. Targets are loaded when they run."""

import argparse
from dataclasses import dataclass
from typing import Any, Literal

from troth.app.perhaps import Perhaps

Needs = Literal["nothing", "django", "home"]


@dataclass(frozen=True)
class Command:
    """One line of the table. `needs` says how much must be there before the target is loaded."""

    name: str
    about: str
    target: str
    needs: Needs = "home"
    arguments: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = ()


SERVING = (
    (("--host",), {"default": "127.0.0.1", "help": "address to serve on (127.0.0.1)"}),
    (("--port",), {"type": int, "default": None, "help": "port to serve on (8765, or TROTH_PORT)"}),
    (("--processes",), {"type": int, "default": 1, "help": "how many processes serve (PostgreSQL only)"}),
    (("--no-open",), {"action": "store_true", "help": "do not open the browser"}),
)

NAME = (
    ("--name",),
    {"required": True, "help": "sign-in name; the passphrase is asked for, or read from standard input"},
)
JSON = (("--json",), {"action": "store_true", "help": "answer as JSON"})

SCORING = (
    (("instrument",), {"help": "which one, by its id in 'troth instruments'"}),
    (
        ("file",),
        {
            "action": Perhaps,
            "metavar": "[FILE]",
            "default": "-",
            "help": "answers; - or nothing for standard input",
        },
    ),
    (("--norm-group",), {"metavar": "GROUP", "help": "add T scores beside this group; never guessed"}),
    (("--fhir",), {"action": "store_true", "help": "print a FHIR R4B QuestionnaireResponse instead"}),
    (("--subject",), {"metavar": "REF", "help": "who answered, for FHIR, like Patient/7"}),
    (("--authored",), {"metavar": "MOMENT", "help": "when it was filled in, for FHIR (now)"}),
    (
        ("--include-safety",),
        {"action": "store_true", "help": "with --fhir: also what is left out of exports"},
    ),
    (("--summary",), {"action": "store_true", "help": "print counts, means and alpha instead of each score"}),
    (
        ("--input",),
        {"choices": ("json", "csv"), "help": "what the answers are (by the name, or the first sign)"},
    ),
)

ROWS = (
    (("file",), {"metavar": "FILE", "help": "CSV or JSON; - for standard input"}),
    (("--format",), {"metavar": "csv|json", "help": "what it is (by its ending, else by its first sign)"}),
    (
        ("--at",),
        {
            "metavar": "MOMENT",
            "help": "answer as of then; a bare date is its end (the latest moment of any row)",
        },
    ),
    (("--by",), {"metavar": "COLUMN", "help": "one series for each value of this column"}),
    (
        ("--score",),
        {"action": "store_true", "help": "also how well each row was foreseen from the earlier ones"},
    ),
)
PROMISES = (
    (
        ("--prior-mean",),
        {"metavar": "SHARE", "help": "share kept that is thought likely before any promise (0.5)"},
    ),
    (("--half-life",), {"metavar": "DAYS", "help": "days after which a promise counts half (60)"}),
)
RATINGS = (
    (("--scale",), {"metavar": "LOW,HIGH", "help": "ends of the scale (0,10); all output is on 0 to 10"}),
    (("--baseline",), {"metavar": "START,END", "help": "the window to compare with (the first 28 days)"}),
    (("--rhythm",), {"metavar": "daily|weekly", "help": "how often ratings are asked for (daily)"}),
    (("--events",), {"metavar": "FILE", "help": "logged moments: at, kind, deception"}),
    (("--smooth",), {"action": "store_true", "help": "also the line and its band, a point a day"}),
)

WORDS = (
    (
        ("file",),
        {
            "action": Perhaps,
            "metavar": "[FILE]",
            "default": "-",
            "help": "own words; - or nothing for standard input",
        },
    ),
    (
        ("--jsonl",),
        {"action": "store_true", "help": "one object a line, with id and text; one answer a line"},
    ),
)
EXPORT = (
    (
        ("file",),
        {"metavar": "EXPORT", "help": "the export of a chat, or a ZIP with one; - for standard input"},
    ),
    (("--me",), {"metavar": "NAME", "required": True, "help": "your own name, as it stands in the export"}),
    (
        ("--format",),
        {"metavar": "FORMAT", "help": "whatsapp, telegram, signal, sms or csv (told by its beginning)"},
    ),
    (("--order",), {"metavar": "ORDER", "help": "dmy, mdy or ymd, where the dates do not tell"}),
    (("--zone",), {"metavar": "ZONE", "help": "like Europe/Berlin, for months (that of this machine)"}),
    JSON,
)
CONTEXT = (("--context",), {"metavar": "FILE", "help": "the message that this one answers"})

COMMANDS: tuple[Command, ...] = (
    Command("serve", "Make the data home, bring it up to date, serve the pages.", "troth.app.running:serve", arguments=SERVING),
    Command("demo", "The same with an invented sample world in a home of its own.", "troth.app.running:demo", arguments=SERVING),
    Command("export", "Write everything one person wrote into a ZIP.", "troth.app.own_words:export", arguments=(
        NAME, (("--to",), {"required": True, "metavar": "FILE", "help": "the ZIP to write; it is not sealed"}),
        (("--research",), {"action": "store_true", "help": "measures only: no words, random ids, days counted from the first; with a codebook"}))),
    Command("import", "Bring an export into an account of this home.", "troth.app.own_words:bring_in", arguments=(
        (("file",), {"help": "the ZIP or its JSON"}), NAME, JSON)),
    Command("erase", "End one account, for good.", "troth.app.own_words:erase", arguments=(
        NAME, (("--yes",), {"action": "store_true", "help": "yes, this cannot be taken back"}))),
    Command("backup", "Back up the whole home into one sealed file, and verify it.", "troth.app.whole_home:make_backup", arguments=(
        (("--to",), {"metavar": "FILE", "help": "where to write it (backups/ in the home)"}),
        (("--verify",), {"metavar": "FILE", "help": "only verify this one"}), JSON)),
    Command("restore", "Bring a backup into this home.", "troth.app.whole_home:restore", needs="django", arguments=(
        (("file",), {"help": "the backup"}),
        (("--replace",), {"action": "store_true", "help": "put it in the place of a home that has people"}), JSON)),
    Command("worker", "Erase what has run out, once a minute, without anyone's key.", "troth.app.running:work"),
    Command("host-key", "Print the host key and its check value for a sheet in a safe.", "troth.app.host_key:show", needs="django", arguments=(
        (("--replace",), {"action": "store_true", "help": "the old one is lost: make another (passphrases then no longer open; recovery codes do)"}),)),
    Command("safety", "Say whom to call in a country, or where the safety gate stands on given answers.", "troth.app.whom_to_call:show", needs="nothing", arguments=(
        (("--country",), {"metavar": "CODE", "help": "two letters, like DE"}),
        (("--gate",), {"metavar": "FILE", "help": "answers as JSON, or - for standard input: signs (kind, toward, times), felt_safety"}), JSON)),
    Command("instruments", "List the questionnaires: those that ship, and those in this home.", "troth.app.questionnaires:show", needs="nothing", arguments=(
        JSON, (("--check",), {"action": "store_true", "help": "end with 2 if a definition in this home cannot be used"}))),
    Command("score", "Score a filled-in questionnaire from JSON, or a table of them from CSV.", "troth.app.questionnaire_scores:show", needs="nothing", arguments=SCORING),
    Command("reliability", "Say how reliable someone has been lately, from their own promises.", "troth.app.estimators:show_reliability", needs="nothing", arguments=(*ROWS, *PROMISES)),
    Command("trend", "Say where felt trust stands and whether it has moved, from one person's own ratings.", "troth.app.estimators:show_trend", needs="nothing", arguments=(*ROWS, *RATINGS)),
    Command("rehearse", "Read a message of one's own before it is sent: what may help, what may hurt, and why.", "troth.app.coach_commands:show_rehearsal", needs="nothing", arguments=(*WORDS, CONTEXT)),
    Command("traps", "Score the ten thinking traps for a thought of one's own.", "troth.app.coach_commands:show_traps", needs="nothing", arguments=WORDS),
    Command("danger", "Find words that call for the safety card. It misses much: no flag does not mean safe.", "troth.app.coach_commands:show_danger", needs="nothing", arguments=WORDS),
    Command("habits", "Count what helps and what hurts in one's own messages of a chat, month by month; others' are dropped.", "troth.app.habits_command:show_habits", needs="nothing", arguments=EXPORT),
    Command("check", "Say how this home and this machine stand.", "troth.app.running:check"),
    Command("options", "List every option.", "troth.app.plain:options", needs="nothing"),
    Command("manage", "Run a Django management command.", "troth.app.plain:manage", needs="nothing", arguments=(
        (("words",), {"nargs": argparse.REMAINDER, "help": "the command and its arguments"}),)),
)  # fmt: skip
