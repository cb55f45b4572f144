"""A recovery code on offer: signed for one person and a quarter of an hour, so that nobody can slip in one of their own.

The passphrase was asked for when the code was drawn; typing two groups back only proves that it was written down.
"""

from django.core.signing import BadSignature, TimestampSigner

from troth import vault
from troth.store.me import Me

GOOD_FOR_S = 900


def offer(me: Me) -> str:
    """Draw a code and sign it for this person."""
    return _signer(me).sign(vault.new_recovery_code())


def offered(me: Me, text: str) -> str | None:
    """Return the code that was offered to this person, or None."""
    try:
        return _signer(me).unsign(text, max_age=GOOD_FOR_S)
    except BadSignature:
        return None


def _signer(me: Me) -> TimestampSigner:
    # Bound to the session too: the offer ends where the session ends.
    return TimestampSigner(salt=f"recovery code {me.person.id} {me.session}")
