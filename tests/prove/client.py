"""A browser's part, done by hand: cookies, form tokens, forms. One client is one browser."""

import http.client
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from http.cookies import SimpleCookie
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
BOUNDARY = "----a-boundary-of-the-reliability-checks"
Fields = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Return the page as a person reads it: entities resolved."""
        return unescape(self.body.decode("utf-8", "replace"))

    @property
    def location(self) -> str:
        return self.headers.get("location", "")

    @property
    def hidden(self) -> dict[str, str]:
        """Return the page's hidden fields."""
        return {name: unescape(value) for name, value in HIDDEN.findall(self.body.decode("utf-8", "replace"))}


_open: "list[Client]" = []


def close_all() -> None:
    """Close every client's connection; the fixture `proof` does it after each test."""
    while _open:
        _open.pop().close()


class Client:
    """One browser. `network` is the loopback address it comes from: 127.0.0.2 counts its own wrong tries."""

    def __init__(self, port: int, *, network: str = "127.0.0.1", timeout_s: float = 60.0) -> None:
        self.port, self.network, self.timeout_s = port, network, timeout_s
        self.cookies: dict[str, str] = {}
        self.token = ""
        self._connection: http.client.HTTPConnection | None = None
        _open.append(self)

    def get(self, path: str, **headers: str) -> Answer:
        """Fetch a page; its form token is kept for the next form."""
        return self.ask("GET", path, headers=headers)

    def post(
        self,
        path: str,
        fields: Fields | None = None,
        *,
        files: Mapping[str, bytes] | None = None,
        **headers: str,
    ) -> Answer:
        """Send a form, with a token; fetch the page first where none is known."""
        if not self.token:
            self.get(path if path.endswith("/new/") else "/sign-in/")
        given = {"csrfmiddlewaretoken": self.token, **(fields or {})}
        body, kind = (
            _multipart(given, files)
            if files
            else (urlencode(given, doseq=True).encode(), "application/x-www-form-urlencoded")
        )
        return self.ask("POST", path, body=body, headers={"Content-Type": kind, **headers})

    def ask(
        self, method: str, path: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send one request on the open connection; a connection that the server closed is opened anew for a GET only."""
        sent = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            **(headers or {}),
        }
        try:
            answer = self._once(method, path, body, sent)
        except (http.client.HTTPException, OSError):
            self.close()
            if method != "GET":
                raise
            answer = self._once(method, path, body, sent)
        found = TOKEN.search(answer.body.decode("utf-8", "replace"))
        self.token = found[1] if found else self.token
        return answer

    def _once(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        if self._connection is None:
            self._connection = http.client.HTTPConnection(
                "127.0.0.1", self.port, timeout=self.timeout_s, source_address=(self.network, 0)
            )
        self._connection.request(method, path, body=body, headers=dict(headers))
        response = self._connection.getresponse()
        content = response.read()
        self._take_cookies(response)
        return Answer(
            response.status, {name.lower(): value for name, value in response.getheaders()}, content
        )

    def _take_cookies(self, response: http.client.HTTPResponse) -> None:
        for line in response.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0" or not morsel.value:
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value

    def close(self) -> None:
        """Close the connection; cookies stay."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def sign_up(self, name: str, passphrase: str) -> "Client":
        """Make an account, without a recovery code."""
        self.get("/sign-up/")
        made = self.post(
            "/sign-up/",
            {"name": name, "passphrase": passphrase, "again": passphrase, "zone": "Europe/London"},
        )
        assert made.status == 303, f"sign-up answered {made.status}"
        return self

    def sign_in(self, name: str, passphrase: str) -> "Client":
        """Sign in, which is unlocking."""
        self.get("/sign-in/")
        done = self.post("/sign-in/", {"name": name, "passphrase": passphrase})
        assert done.status == 303, f"sign-in answered {done.status}"
        return self

    def open_bond(self, name: str, *, kind: str = "partner", role: str = "supporter") -> str:
        """Open a bond and read the page about roles; return the bond's id."""
        self.get("/bond/new/")
        made = self.post("/bond/new/", {"name": name, "kind": kind, "role": role})
        assert made.status == 303, f"a new bond answered {made.status}"
        assert self.post(made.location, {}).status == 303
        return made.location.split("/")[2]


def _multipart(fields: Fields, files: Mapping[str, bytes]) -> tuple[bytes, str]:
    parts = []
    for name, value in fields.items():
        parts.append(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        )
    for name, content in files.items():
        head = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}.json"\r\n\r\n'
        )
        parts.append(head.encode() + content + b"\r\n")
    return b"".join([*parts, f"--{BOUNDARY}--\r\n".encode()]), f"multipart/form-data; boundary={BOUNDARY}"
