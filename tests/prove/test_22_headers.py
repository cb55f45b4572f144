"""Check 22: exactly these headers on every answer, and a browser that finds nothing to report."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext

from tests.prove.browsing import visiting
from tests.prove.checks import Check, Proof
from tests.prove.walking import walked

CHECK = Check(
    22,
    target="exact headers on 100 % of answers; 0 policy violations on all pages",
    least={"answers": (3_500, 9_500), "kinds of answer": (14, 14), "pages in Chromium": (30, 60)},
    controls=("a page with an inline script", "an answer without one header"),
    limit_s=(600, 1200),
)
EXACTLY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}
SHUT = {"camera", "microphone", "geolocation", "usb", "clipboard-read", "display-capture"}
ALSO = {
    "Content-Type",
    "Content-Length",
    "Vary",
    "Location",
    "Allow",
    "Retry-After",
    "HX-Redirect",
    "Content-Language",
}
STYLES = "/static/troth/troth.css"


def wrong(headers: Mapping[str, str], *, is_leaving: bool = False, is_file: bool = False) -> list[str]:
    """List what differs from exactly these headers."""
    given = dict(headers)
    powers = given.pop("Permissions-Policy", "")
    faults = [] if re.fullmatch(r"([a-z-]+=\(\)(, )?)+", powers) else ["Permissions-Policy opens something"]
    faults += [
        f"Permissions-Policy leaves {one}" for one in SHUT - set(re.findall(r"([a-z-]+)=\(\)", powers))
    ]
    if is_leaving and given.pop("Clear-Site-Data", "") != '"storage"':
        faults.append("Clear-Site-Data")
    if is_file:
        given["Cache-Control"] = "no-store" if "public" in given.pop("Cache-Control", "") else "not kept"
        given = {name: value for name, value in given.items() if name not in ("Last-Modified", "ETag")}
    faults += [
        f"{name}: {given.get(name)}" for name, value in EXACTLY.items() if given.pop(name, None) != value
    ]
    return faults + [f"{name} is one too many" for name in given.keys() - ALSO - {"Content-Disposition"}]


@pytest.mark.django_db
def test_every_answer_has_exactly_these_headers(proof: Proof) -> None:
    visits = walked(wide=proof.is_full)
    proof.count("answers", len(visits))
    faults = [
        f"{visit}: {fault}"
        for visit in visits
        for fault in wrong(visit.headers, is_leaving=visit.name == "door:leave" and visit.status == 303)
    ]
    proof.none("wrong headers", faults)
    if proof.is_full:
        proof.left_out(
            "server mode behind TLS with testssl.sh", "there is no testssl.sh and no TLS proxy here"
        )
    spoilt = {name: value for name, value in visits[0].headers.items() if name != "X-Robots-Tag"}
    with proof.must_fail("an answer without one header"):
        assert not wrong(spoilt), wrong(spoilt)[0]


KINDS: list[tuple[str, str, int, dict[str, str], bytes]] = [
    ("GET", "/no-such-page/", 404, {}, b""),
    ("GET", "/patterns", 301, {}, b""),
    ("PUT", "/patterns/", 405, {}, b""),
    ("POST", "/sign-in/", 413, {}, b"passphrase=" + b"a" * 3_000_000),
    ("POST", "/sign-in/", 422, {}, b"name=&passphrase="),
    ("GET", "/today/", 303, {}, b""),
    ("GET", "/today/", 200, {"HX-Request": "true"}, b""),
    ("GET", "/no-such-page/", 404, {"HX-Request": "true"}, b""),
    ("GET", "/breaks/", 500, {}, b""),
    ("GET", "/breaks/", 500, {"HX-Request": "true"}, b""),
    ("GET", "/refuses/", 403, {}, b""),
    ("GET", "/busy/", 503, {}, b""),
    ("POST", "/full/", 507, {}, b""),
    ("GET", STYLES, 200, {}, b""),
    ("GET", "/static/troth/no-such-file.css", 404, {}, b""),
    ("GET", "/sign-in/?next=%00", 200, {}, b""),
]


@pytest.mark.django_db
@pytest.mark.urls("tests.web.broken_urls")
def test_every_kind_of_answer_has_them_too(proof: Proof) -> None:
    faults = []
    for method, path, status, headers, body in KINDS:
        client = Client(raise_request_exception=False)
        answer = client.generic(method, path, body, "application/x-www-form-urlencoded", headers=headers)
        kind = f"{method} {path} {headers or ''}"
        faults += [] if answer.status_code == status else [f"{kind} answered {answer.status_code}"]
        faults += [f"{kind}: {fault}" for fault in wrong(dict(answer.headers), is_file=path == STYLES)]
        answer.close()
    proof.count("kinds of answer", len(KINDS))
    proof.none("wrong headers on other kinds", faults)


def reported(context: BrowserContext, paths: list[str]) -> list[str]:
    """Look at pages; return what the browser reports: policy violations and errors on its console."""
    page, found = context.new_page(), []
    page.on("console", lambda said: found.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective))"
    )
    faults = []
    for path in paths:
        found.clear()
        answer = page.goto(path, wait_until="load")
        page.evaluate("0")
        status = answer.status if answer else 0
        faults += [] if status == 200 else [f"{path} answered {status}"]
        faults += [f"{path}: {text}" for text in found]
    page.close()
    return faults


def test_a_browser_finds_nothing_to_report(proof: Proof, tmp_path: Path) -> None:
    with visiting(proof, tmp_path, planted=True) as visit:
        faults = []
        for signed_in in (True, False):
            with visit.context(signed_in=signed_in) as context:
                pages = visit.pages(signed_in=signed_in)[:: proof.size(2, 1)]
                faults += reported(context, pages)
                proof.count("pages in Chromium", len(pages))
        proof.none("policy violations and console errors", faults)
        with proof.must_fail("a page with an inline script"), visit.context(signed_in=False) as context:
            told = reported(context, ["/planted/inline/"])
            assert not told, told[0]
