"""The pattern page: open to all, shows every element, and follows the rules of every page."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.template import Context, TemplateSyntaxError, engines

from troth.web.parts.tags import ICONS

CLASSES = re.compile(r"\.([a-z][a-z0-9-]*)")
WANTED = """
    sun page path two dial heart lock leave plus check clock moved mend star search back pencil bin download
    upload key device shield pause book
    level
    ask bell bolt box cloud cross door drop ear eye fence flag hand horn moon people plan root scale speech
"""
# Only the frame, scripts or other widths use these, or they stand in for a browser's own state.
ELSEWHERE = {"covered", "skip", "has-places", "htmx-request", "scale-2", "scale-3", "scale-4", "scale-7"}
PATH_PARTS = {"w", "org", "dvh", "fit"}


class Tags(HTMLParser):
    """All tags of a page with their attributes, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(params=["/patterns/", "/patterns/?as=unlocked"])
def tags(request, client):
    return Tags(client.get(request.param).content.decode()).tags


def test_anyone_may_look(client):
    assert client.get("/patterns/").status_code == 200


def test_nothing_is_inline(tags):
    assert [tag for tag in tags if tag[0] == "style" or "style" in tag[1]] == []
    assert [tag for tag in tags if tag[0] == "script" and not tag[1].get("src")] == []
    assert [name for _, attrs in tags for name in attrs if name.startswith(("on", "hx-on"))] == []


def test_nothing_comes_from_another_host(tags):
    asked = [
        attrs.get("src") or attrs["href"] for tag, attrs in tags if tag in {"script", "link", "img", "iframe"}
    ]
    assert len(asked) >= 8
    assert all(address.startswith("/static/") for address in asked)


def test_leave_quickly_is_the_second_stop_of_the_keyboard(tags):
    stops = [attrs for tag, attrs in tags if tag in {"a", "button", "input", "textarea", "select", "summary"}]
    assert stops[0]["href"] == "#main"
    assert stops[1]["href"] == "/leave/"


def test_safety_is_one_press_away(tags):
    assert ("/safety/") in [attrs.get("href") for _, attrs in tags]


def test_lock_is_a_form_and_only_there_when_something_is_open(client):
    assert 'action="/lock/"' not in client.get("/patterns/").content.decode()
    assert (
        '<form class="lock" method="post" action="/lock/">'
        in client.get("/patterns/?as=unlocked").content.decode()
    )


def test_the_five_places_say_where_one_is(client):
    page = client.get("/patterns/?as=unlocked").content.decode()
    assert page.count('aria-current="true"') == 1
    assert re.search(r'href="/today/" aria-current="true"', page)


def test_the_sample_world_says_that_it_is_one(client):
    assert "everyone here is invented" in client.get("/patterns/?as=unlocked").content.decode()


def test_the_page_is_told_what_htmx_may_and_may_not(tags):
    [config] = [json.loads(attrs["content"]) for tag, attrs in tags if attrs.get("name") == "htmx-config"]
    answers = config.pop("responseHandling")
    assert config == {
        "historyCacheSize": 0,
        "refreshOnHistoryMiss": True,
        "allowEval": False,
        "allowScriptTags": False,
        "includeIndicatorStyles": False,
        "selfRequestsOnly": True,
    }
    assert {"code": "422", "swap": True} in answers
    assert [attrs["hx-history"] for tag, attrs in tags if tag == "body"] == ["false"]


def test_htmx_carries_the_form_token_once_something_is_open(client):
    page = client.get("/patterns/?as=unlocked").content.decode()
    token = re.search(r"hx-headers='(.*?)'", page)[1]
    assert len(json.loads(token)["X-CSRFToken"]) == 64
    assert "hx-headers" not in client.get("/patterns/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("plain", "title", "icon"), [(False, "Patterns · Troth", "troth.svg"), (True, "Notes", "notes.svg")]
)
def test_the_title_names_the_kind_of_page_or_nothing(client, rf, plain, title, icon):
    page = engines["django"].get_template("patterns/patterns.html")
    frame = {"plain_titles": plain, "name": "Notes" if plain else "Troth", "theme": "dark"}
    words = page.render({"frame": frame}, rf.get("/patterns/"))
    assert f"<title>{title}</title>" in words
    assert f"troth/{icon}" in words
    assert 'data-theme="dark"' in words


def test_every_class_of_the_stylesheets_is_shown(client, pytestconfig):
    shown = set()
    for address in ("/patterns/", "/patterns/?as=unlocked", "/patterns/?said=kept"):
        for _, attrs in Tags(client.get(address).content.decode()).tags:
            shown |= set((attrs.get("class") or "").split())
    folder = pytestconfig.rootpath / "src/troth/web/static/troth"
    styled = set()
    for file in folder.glob("*.css"):
        rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}|url\(.*?\)", " ", file.read_text(), flags=re.S)
        styled |= set(CLASSES.findall(rules))
    assert len(styled) > 60
    assert sorted(styled - shown - ELSEWHERE - PATH_PARTS) == []


def test_the_icons_are_those_that_were_agreed():
    assert sorted(ICONS) == sorted(WANTED.split())


@pytest.mark.parametrize("name", WANTED.split())
def test_an_icon_is_our_own_line_drawing(name):
    drawn = ICONS[name]
    assert 'viewBox="0 0 24 24"' in drawn
    assert 'stroke-width="1.7"' in drawn
    assert 'aria-hidden="true"' in drawn


def test_an_icon_that_is_not_there_names_those_that_are():
    template = engines["django"].from_string('{% icon "comet" %}')
    with pytest.raises(TemplateSyntaxError, match=r"'comet'.*no such icon.*There are: ask, back"):
        template.template.render(Context())
