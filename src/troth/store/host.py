"""The host key, and what comes from it. It lies outside the home; `app` reads it once at the start."""

from django.conf import settings

from troth import vault


def host_key() -> vault.Key:
    """Return the host key of this process."""
    key: vault.Key | None = getattr(settings, "HOST_KEY", None)
    if key is None:
        raise RuntimeError("The host key was not read at the start.")
    return key


def name_tag(name: str) -> bytes:
    """Return the blind form of a sign-in name: a stolen database does not say who."""
    return vault.name_tag(host_key(), name)
