"""Ask for the passphrase again, on any form that has such a field."""

from django.forms import Form
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from troth.store.actions.unlocking import check_passphrase
from troth.store.errors import Busy, Wait, WrongWayIn
from troth.web.parts.access import SignedInRequest, network_of
from troth.web.parts.fields import Passphrase


class Again(Form):
    """The passphrase once more, before something that cannot be taken back."""

    passphrase = Passphrase(label=gettext_lazy("Your passphrase"))


def passphrase_holds(request: SignedInRequest, form: Form, field: str = "passphrase") -> bool:
    """Say whether the typed passphrase opens the account; if not, the form says why beside the field."""
    try:
        check_passphrase(
            me=request.me, passphrase=form.cleaned_data[field], network=network_of(request), at=timezone.now()
        )
    except WrongWayIn:
        form.add_error(field, _("This passphrase does not open it. Look for capital letters, and try again."))
        return False
    except Wait as wait:
        minutes = -(-wait.seconds // 60)
        form.add_error(
            field, _("Too many tries. Wait %(minutes)s min, then try again.") % {"minutes": minutes}
        )
        return False
    except Busy:
        form.add_error(field, _("Others are signing in right now. Try again in a moment."))
        return False
    return True
