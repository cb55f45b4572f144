"""Type canaries into every field of every form that can be reached, rightly and wrongly, and into what is no form."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from tests.prove import filling
from tests.prove.canaries import Writer, unpacked
from tests.prove.client import Answer
from tests.prove.filling import Form
from troth import practices

# Done by hand, in an order that leaves the walk its session, its entries and its passphrase.
BY_HAND = re.compile(
    r"^/(leave|lock|sign-out|sign-up|sign-in|unlock)/|^/settings/(passphrase|keys|delete|import|code|devices)/|^/bond/[^/]+/delete/"
)
LAST = re.compile(r"/(delete|undo|closed|paused|active|let-go)/$")
ADDRESSES = (
    "/{0}/",
    "/journal/?practice={0}&period={0}&before={0}",
    "/wins/week/{0}/",
    "/today/?said={0}",
    "/safety/?country={0}",
)
MOST_PAGES = 900


class Walk:
    """One person walking through the whole program with a pen that writes canaries."""

    def __init__(self, writer: Writer, passphrase: str) -> None:
        self.writer, self.canaries, self.passphrase = writer, writer.canaries, passphrase
        self.forms: set[str] = set()
        self.fields: set[str] = set()
        self.pages: dict[str, int] = {}
        self._visited: set[str] = set()
        self.wrong_answers: list[str] = []

    def walk(self, *, with_last: bool = False) -> None:
        """Follow links and fill forms until nothing new comes; forms that take away come with the last walk."""
        waiting, self.pages, self._visited = ["/today/"], {}, set()
        while waiting:
            path = waiting.pop(0)
            if self._is_known(path):
                continue
            assert sum(self.pages.values()) < MOST_PAGES, "the walk does not end"
            waiting += self._read(path, self.writer.get(path), with_last=with_last)

    def _is_known(self, path: str) -> bool:
        seen = filling.pattern(path.partition("?")[0])
        # A page of one entry is looked at often, for each may be in another state.
        often = self.pages.get(seen, 0) >= (40 if "<id>" in seen else 4)
        if often or path in self._visited or BY_HAND.search(path):
            return True
        self._visited.add(path)
        self.pages[seen] = self.pages.get(seen, 0) + 1
        return False

    def _read(self, path: str, page: Answer, *, with_last: bool) -> list[str]:
        if not page.headers.get("content-type", "").startswith("text/html"):
            return []
        forms, links = filling.read(path.partition("?")[0], page.body.decode())
        for form in forms:
            if form.signature in self.forms or BY_HAND.search(form.action) or form.method != "post":
                continue
            if LAST.search(form.action) and not with_last:
                continue
            self.forms.add(form.signature)
            links += self._fill(form, with_last=with_last)
        return links

    def _fill(self, form: Form, *, with_last: bool) -> list[str]:
        """Fill one form wrongly, then rightly; a page that comes back is read for further forms."""
        self.fields |= {f"{form.signature} {name}" for name in form.texts}
        if set(form.fields) - {"csrfmiddlewaretoken"}:
            self._expect(form.action, self.writer.post(form.action, self.wrong(form)), (200, 303, 409, 422))
        answer = self.writer.post(form.action, self.right(form))
        self._expect(form.action, answer, (200, 204, 303, 409, 422))
        if answer.status == 303:
            return [answer.location]
        return self._read(form.action, answer, with_last=with_last) if answer.status == 200 else []

    def right(self, form: Form) -> dict[str, str]:
        """Fill a form as a person would."""
        return filling.filled(form, self.canaries.word, passphrase=self.passphrase)

    def wrong(self, form: Form) -> dict[str, str]:
        """Fill a form with words in every field; only fields for words must show them again."""
        texts = {f"wrong {filling.pattern(form.action)} {name}" for name in form.texts}

        def word(place: str) -> str:
            return self.canaries.word(place) if place in texts else self.canaries.secret(place)

        return filling.wronged(form, word)

    def _expect(self, place: str, answer: Answer, allowed: tuple[int, ...]) -> None:
        if answer.status not in allowed:
            self.wrong_answers.append(f"{filling.pattern(place)} answered {answer.status}")

    def export(self) -> dict[str, Any]:
        """Take everything out; return its JSON."""
        self.writer.get("/settings/export/")
        answer = self.writer.post("/settings/export/", {"passphrase": self.passphrase})
        assert answer.status == 200, f"export answered {answer.status}"
        found: dict[str, Any] = json.loads(unpacked(answer.body)["troth.json"])
        return found

    def bring_in_overdue(self) -> None:
        """Import a changed export: other words, and promises that are overdue, whose moves no form can reach."""
        whole = self.export()
        for bond in whole["bonds"]:
            # Copies lose their ties, so what cannot be without one is not copied.
            alone = [one for one in bond["entries"] if not practices.named(one["practice"]).required_links]
            fresh = [self._anew(entry) for entry in alone]
            promises = [one for one in fresh if one["practice"] == "promises"]
            more = [self._anew(one) for one in promises for _ in range(6)]
            bond["entries"] = fresh + [_overdue(one) for one in more]
        self._expect("/settings/import/", self._bring(whole), (200,))

    def bring_in_wrong(self) -> None:
        """Import what cannot be read: words where a date belongs, half a file, a file that is none."""
        whole = self.export()
        whole["bonds"][0]["entries"][0]["on"] = self.canaries.secret("import, a date")
        self._expect("/settings/import/", self._bring(whole), (422,))
        raw = json.dumps(whole, ensure_ascii=False).encode()
        for part in (
            raw[: len(raw) // 2],
            b"PK\x03\x04" + raw,
            self.canaries.secret("import, no file").encode(),
        ):
            self._expect("/settings/import/", self._bring(part), (422,))

    def _bring(self, content: dict[str, Any] | bytes) -> Answer:
        raw = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
        self.writer.get("/settings/import/")
        return self.writer.post("/settings/import/", {}, files={"file": raw})

    def _anew(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Copy an exported entry with an identifier and words of its own."""
        fresh: dict[str, Any] = deepcopy(entry) | {"id": str(uuid4()), "links": []}
        fresh["content"] = {
            name: self._renewed(value, f"import {entry['practice']} {name}")
            for name, value in entry["content"].items()
        }
        return fresh

    def _renewed(self, value: Any, place: str) -> Any:
        """Put other words in the place of those that were typed, however deep they lie."""
        if isinstance(value, list):
            return [self._renewed(one, f"{place} {number}") for number, one in enumerate(value)]
        if isinstance(value, dict):
            return {name: self._renewed(one, f"{place} {name}") for name, one in value.items()}
        return self.canaries.word(place) if self.canaries.stem in str(value) else value

    def beside_forms(self) -> None:
        """Put words where no form has them: addresses, headers, methods, broken and huge bodies, a stale token."""
        for address in ADDRESSES:
            self.writer.get(
                address.format(self.canaries.secret("address").replace(" ", "%20").replace("ö", "%C3%B6"))
            )
        words = self.canaries.secret("header").replace("ö", "o")
        for name in ("User-Agent", "Referer", "Accept-Language", "X-Forwarded-For", "HX-Current-URL", "Host"):
            self.writer.get("/today/", **{name: words})
        for method in ("PUT", "PATCH", "DELETE", "OPTIONS"):
            self.writer.ask(
                method, "/wins/new/", body=self.canaries.secret(method).encode(), headers=self._token()
            )
        for kind in ("application/json", "multipart/form-data; boundary=x", "text/plain"):
            body = f'--x\r\n{{"what": "{self.canaries.secret(kind)}"'.encode()
            self.writer.ask("POST", "/wins/new/", body=body, headers={"Content-Type": kind, **self._token()})
        huge = self.canaries.secret("too big") * 120_000
        assert self.writer.post("/wins/new/", {"what": huge}).status == 413
        self.writer.get("/wins/new/")
        fields = {"csrfmiddlewaretoken": "x" * 64, "what": self.canaries.word("stale token")}
        # A browser says so of a page of ours; only then what was typed is shown again.
        stale = self.writer.post("/wins/new/", fields, **{"Sec-Fetch-Site": "same-origin"})
        assert stale.status == 403, f"a form without its token answered {stale.status}"

    def _token(self) -> dict[str, str]:
        return {"X-CSRFToken": self.writer.token}

    def lock_while_writing(self) -> None:
        """Keep a draft while writing; then lock, send a form all the same, and unlock: the words are offered again."""
        kept = {"draft_address": "/wins/new/", "what": self.canaries.word("draft"), "kind": "other"}
        assert self.writer.post("/drafts/", kept).status == 204
        self.writer.get("/wins/new/")
        self.writer.get("/kept/")
        assert self.writer.post("/lock/").status == 303
        late = {"what": self.canaries.word("form that arrives locked"), "kind": "other", "on": "2026-11-01"}
        assert self.writer.post("/wins/new/", late).status == 303
        self.writer.get("/unlock/")
        self.writer.post("/unlock/", {"passphrase": self.canaries.secret("unlock, wrong")})
        assert self.writer.post("/unlock/", {"passphrase": self.passphrase}).status == 303
        assert self.canaries.stem in self.writer.get("/kept/").text

    def change_keys(self) -> None:
        """A new passphrase, a code, new keys: each asked for wrongly first."""
        for path in ("/settings/passphrase/", "/settings/keys/"):
            fresh = self.canaries.secret(f"{path} new passphrase")
            wrong = {"old": self.canaries.secret(path), "passphrase": fresh, "again": fresh}
            self.writer.get(path)
            self._expect(path, self.writer.post(path, wrong), (422,))
            answer = self.writer.post(path, wrong | {"old": self.passphrase})
            self._expect(path, answer, (200, 303))
            self.passphrase = fresh
        self.writer.get("/settings/code/")
        page = self.writer.post("/settings/code/", {"passphrase": self.passphrase})
        wrong = {"second": self.canaries.word("code, second"), "sixth": self.canaries.word("code, sixth")}
        self._expect("/settings/code/", self.writer.post("/settings/code/", page.hidden | wrong), (422,))


def strangers(writer: Writer) -> Iterator[int]:
    """Knock at the door with words that open nothing; yield each answer."""
    canaries = writer.canaries
    for path in ("/sign-up/", "/sign-in/", "/recover/"):
        forms, _links = filling.read(path, writer.get(path).body.decode())
        form = next(form for form in forms if "passphrase" in form.fields)
        walk = Walk(writer, "")
        yield writer.post(path, walk.wrong(form)).status
        again = {"passphrase": canaries.secret("stranger"), "again": canaries.secret("stranger")}
        yield writer.post(path, walk.right(form) | again).status


def _overdue(entry: dict[str, Any]) -> dict[str, Any]:
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    made, due = now - timedelta(days=3), now - timedelta(days=1)
    entry["content"] |= {
        "due": due.isoformat(),
        "made_at": made.isoformat(),
        "settled_at": None,
        "earlier": [],
    }
    written = {"written_at": made.isoformat(), "changed_at": made.isoformat(), "on": made.date().isoformat()}
    return entry | written | {"state": "open", "steps": []}
