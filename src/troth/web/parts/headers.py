"""The headers of every answer: nothing loads from elsewhere, nothing stays behind."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from troth.web.parts.errors import framed

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# One word a power of the browser; a name that Chromium does not know would be told to everyone's console.
SHUT = """
    accelerometer autoplay browsing-topics camera clipboard-read display-capture encrypted-media fullscreen
    gamepad geolocation gyroscope hid idle-detection keyboard-map local-fonts magnetometer microphone midi
    payment picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock serial
    storage-access usb window-management xr-spatial-tracking
"""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
PERMISSIONS = ", ".join(f"{device}=()" for device in SHUT.split())
ONE_YEAR = "max-age=31536000"
FROM_DISK = frozenset({200, 206, 304})
ELSEWHERE = frozenset({301, 302, 303, 307, 308})


class PolicyHeaders:
    """Outermost, so that static files, redirects and errors carry the headers too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = led_on(request, framed(request, self.get_response(request)))
        for name, words in HEADERS.items():
            response.headers[name] = words
        # The room for sessions opens camera and microphone for itself; everything else is shut everywhere.
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if settings.IS_SERVER:
            response.headers["Strict-Transport-Security"] = ONE_YEAR
        if not is_static(request, response):
            response.headers["Cache-Control"] = "no-store"
        return response


def led_on(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Send htmx on by its own header: it would follow a redirect unseen and swap a page into a part."""
    if getattr(request, "htmx", False) and response.status_code in ELSEWHERE:
        response.headers["HX-Redirect"] = response.headers["Location"]
        del response.headers["Location"]
        response.status_code = 200
    return response


def is_static(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Say whether this is one of our own files; a missing one is answered by a page, which is not kept."""
    return request.path.startswith(settings.STATIC_URL) and response.status_code in FROM_DISK
