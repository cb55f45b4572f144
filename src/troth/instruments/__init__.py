"""Questionnaires: definitions, scoring, how sure a score is, FHIR. Standard library only."""

from troth.instruments.answers import read_answers
from troth.instruments.attachment import attachment_point
from troth.instruments.changing import change_rule, reliable_change, standard_error
from troth.instruments.errors import (
    BadAnswer,
    BadResponse,
    BadRows,
    DefinitionError,
    InstrumentError,
    NotComparable,
    UnknownInstrument,
    UnknownNormGroup,
)
from troth.instruments.fhir.checking.issues import Issue
from troth.instruments.fhir.checking.whole import validate_response
from troth.instruments.fhir.codes import BASE, moment_text
from troth.instruments.fhir.observation import observations
from troth.instruments.fhir.questionnaire import questionnaire
from troth.instruments.fhir.response import questionnaire_response, read_response
from troth.instruments.library import Listed, catalogue, load, load_file
from troth.instruments.lines import json_lines
from troth.instruments.model import (
    NOT_VALIDATED,
    ChangeRule,
    Cutoff,
    Instrument,
    Item,
    Licence,
    Missing,
    Norm,
    Option,
    Reliability,
    SafetyRule,
    Subscale,
)
from troth.instruments.rows import rows_of, score_rows
from troth.instruments.scores import (
    AttachmentPoint,
    Change,
    Error,
    Needed,
    Reaction,
    Row,
    ScaleSummary,
    Score,
    Scores,
    Summary,
)
from troth.instruments.scoring import safety_now, score
from troth.instruments.summing import summarise
from troth.instruments.table import AnswerTable, Columns, open_table
from troth.instruments.telling import as_plain
from troth.instruments.wording import item_text, named

__all__ = [
    "BASE",
    "NOT_VALIDATED",
    "AnswerTable",
    "AttachmentPoint",
    "BadAnswer",
    "BadResponse",
    "BadRows",
    "Change",
    "ChangeRule",
    "Columns",
    "Cutoff",
    "DefinitionError",
    "Error",
    "Instrument",
    "InstrumentError",
    "Issue",
    "Item",
    "Licence",
    "Listed",
    "Missing",
    "Needed",
    "Norm",
    "NotComparable",
    "Option",
    "Reaction",
    "Reliability",
    "Row",
    "SafetyRule",
    "ScaleSummary",
    "Score",
    "Scores",
    "Subscale",
    "Summary",
    "UnknownInstrument",
    "UnknownNormGroup",
    "as_plain",
    "attachment_point",
    "catalogue",
    "change_rule",
    "item_text",
    "json_lines",
    "load",
    "load_file",
    "moment_text",
    "named",
    "observations",
    "open_table",
    "questionnaire",
    "questionnaire_response",
    "read_answers",
    "read_response",
    "reliable_change",
    "rows_of",
    "safety_now",
    "score",
    "score_rows",
    "standard_error",
    "summarise",
    "validate_response",
]
