"""Numbers as they may be shown: halves, and so many in ten."""

from django.utils.translation import gettext as _

from troth.practices.counts import halves, tenths


def half_words(points: float) -> str:
    """Write points to a half: 5, 5½, ½."""
    rounded = halves(points)
    whole, is_half = int(rounded), rounded != int(rounded)
    if not is_half:
        return str(whole)
    return f"{whole}½" if whole else "½"


def in_ten_words(share: float) -> str:
    """Say a share as a frequency; never surer than nine in ten."""
    count = tenths(share)
    if count >= 10:
        return _("more than 9 in 10")
    return _("about %(count)d in 10") % {"count": count} if count else _("fewer than 1 in 10")
