"""A real Chromium before a real server; the world outside is one plain page of this machine, behind TLS."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from playwright.sync_api import Browser, BrowserContext

from tests.one_playwright import playwright
from tests.prove.apart import apart
from tests.prove.checks import Proof
from tests.prove.client import Client
from tests.prove.server import Place, Server, serving
from tests.prove.walking import address_of
from tests.prove.watched import named
from tests.prove.who_may import TABLE

CHROMIUM = Path("/usr/bin/chromium")
NAME = "leave.example"
OUTSIDE = f"https://{NAME}/"
NO_PAGES = ("door:leave", "health:health", "letters:pdf")  # they lead away, or are a file to keep
# What is not offered to somebody whose bond nobody joined answers 409; tests/browser/test_two_people.py sees these as two.
NOT_ALONE = ("together:share", "together:rules", "together:rule")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
WORDS = ("Ring from the station", "A quiet day", "They told me a fear", "Water the plants", "I said I would")
PASSPHRASES = {"Ada": "river lamp copper nine walnut"}


class OutsidePage(BaseHTTPRequestHandler):
    """One neutral page of someone else's."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Outside</title>Outside")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def outside(folder: Path) -> Iterator[int]:
    """Serve the outside page with a certificate of its own; yield the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), OutsidePage)
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(_certificate(folder))
    server.socket = secure.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def _certificate(folder: Path) -> Path:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file = folder / "outside.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, *plain) + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


@dataclass
class Visit:
    """A browser, a server, and Ada's things in it."""

    browser: Browser
    server: Server
    objects: dict[str, str]

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def context(self, *, signed_in: bool = True, **given: object) -> BrowserContext:
        """Open a browser profile of its own, with Ada signed in or not."""
        made = self.browser.new_context(base_url=self.site, ignore_https_errors=True, **given)  # type: ignore[arg-type]
        if signed_in:
            ada = Client(self.server.port).sign_in("Ada", PASSPHRASES["Ada"])
            made.add_cookies([{"name": "troth", "value": ada.cookies["troth"], "url": self.site}])
        return made

    def pages(self, *, signed_in: bool = True) -> list[str]:
        """Return the address of every page that Ada, or a stranger, can look at."""
        return [
            address_of(name, who, self.objects[who.names] if who.names else None)  # type: ignore[arg-type]
            for name, who in TABLE.items()
            if "GET" in who.methods and name not in (*NO_PAGES, *NOT_ALONE)
            if signed_in or who.may == "everyone"
        ]


@contextmanager
def visiting(proof: Proof, folder: Path, *, planted: bool = False) -> Iterator[Visit]:
    """Serve a home with one of everything to a real Chromium."""
    if not CHROMIUM.exists():
        proof.not_run(f"{CHROMIUM} is not there (Debian: apt-get install chromium)")
    place = Place(folder)
    objects = apart("tests.prove.owned:ids_of_an_owner", place=place, name="Ada")
    options = {"TROTH_LEAVE_TO": OUTSIDE} | (named("settings_planted") if planted else {})
    with serving(place, options=options) as server, outside(folder) as port:
        rules = f"--host-resolver-rules=MAP {NAME}:443 127.0.0.1:{port}"
        browser = playwright().chromium.launch(executable_path=str(CHROMIUM), args=[*QUIETLY, rules])
        try:
            yield Visit(browser, server, objects)
        finally:
            browser.close()
