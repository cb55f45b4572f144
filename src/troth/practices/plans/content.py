"""What a line of the support plan holds: when this, please that, never the other; and its agreed versions."""

from troth.practices.content import Moment, content, tidy_moment, tidy_text, write_back

MOST = 1_000
PARTS = ("when", "please", "never")


@content
class Version:
    """A wording that was agreed, and when."""

    when: str
    please: str
    never: str
    agreed_at: Moment

    def __post_init__(self) -> None:
        write_back(self, **tidy_parts(self), agreed_at=tidy_moment(self.agreed_at, field="agreed_at"))


@content
class Plan:
    """One line of the support plan.

    when : the moment it is for
    please : what helps then
    never : what to leave out then
    versions : the wordings that were agreed, oldest first; only moves write them
    """

    when: str
    please: str = ""
    never: str = ""
    versions: tuple[Version, ...] = ()

    def __post_init__(self) -> None:
        write_back(self, **tidy_parts(self))


def tidy_parts(plan: Plan | Version) -> dict[str, str]:
    """Tidy the three parts of a wording.

    Parameters
    ----------
    plan : a plan or a version of one, while it is being made

    Returns
    -------
    dict : the tidied words by the name of their part

    Raises
    ------
    BadContent : names the part; *when* is never empty

    Source
    ------
    Our choice: the other two may be empty while it is a draft.

    Examples
    --------
    >>> tidy_parts(Plan(when=" a plan changes ", please="tell me early"))
    {'when': 'a plan changes', 'please': 'tell me early', 'never': ''}
    """
    return {
        part: tidy_text(getattr(plan, part), field=part, least=int(part == "when"), most=MOST)
        for part in PARTS
    }
