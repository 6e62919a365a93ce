"""What all pages of the console share: headers, words, markup, colours."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields as fields_of
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from desk_app.ui.appearance.theme import THEMES, Colours, ToneColours
from sync.rules.languages import LANGUAGES
from sync.server.console.console_texts import Texts, choose
from sync.server.console.page_request import NAVIGATION
from sync.server.console.rights import RIGHTS
from sync.server.store.console_tables import Role
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture

ROOT = Path(__file__).resolve().parents[4]
CONSOLE = ROOT / "resources" / "console"
CODE = ROOT / "sync" / "server" / "console"


def every_page(visitor: Visitor) -> dict[str, Page]:
    """All pages that a visitor comes to by links, forms not sent."""
    found: dict[str, Page] = {}
    ahead = ["/"]
    while ahead:
        path = ahead.pop()
        shape = re.sub(r"[0-9a-f-]{36}", "ID", path.partition("?")[0])
        if shape in found or "/language/" in path:
            continue
        found[shape] = page = visitor.open(path)
        inside = (link.removeprefix(visitor.url) for link in page.links if visitor.url in link)
        ahead += [link.partition("#")[0] for link in inside]
    return found


PagesOf = Callable[[Role, str], dict[str, Page]]


@pytest.fixture(scope="module")
def pages_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesOf]:
    """All pages as somebody sees them, gone through once for all that is asked about them."""
    folder = tmp_path_factory.mktemp("console")
    with ConsoleFixture(f"sqlite:///{folder / 'register.db'}") as console:
        yield cache(lambda role, language: every_page(console.signed_in(role, language=language)))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_is_linked_can_be_opened(
    pages_of: PagesOf, role: Role, language: str
) -> None:
    pages = pages_of(role, language)
    assert {path: page.status for path, page in pages.items() if page.status != 200} == {}
    htmls = [page.response.text for page in pages.values() if page.tags]
    assert [html for html in htmls if f'<html lang="{language}">' not in html] == []


def test_every_page_of_the_menu_is_in_the_table_of_rights() -> None:
    assert [path for path, _ in NAVIGATION if f"GET {path}" not in RIGHTS] == []


def test_no_page_has_a_script_or_a_style_of_its_own(pages_of: PagesOf) -> None:
    for page in pages_of(Role.NATIONAL, "en").values():
        assert [tag for tag, _ in page.tags if tag in {"style", "iframe"}] == []
        scripts = [str(named.get("src")) for tag, named in page.tags if tag == "script"]
        assert [src for src in scripts if not src.startswith("/console/static/")] == []
        handlers = [name for _, named in page.tags for name in named if name.startswith("on")]
        styles = [named for _, named in page.tags if "style" in named]
        assert (handlers, styles) == ([], [])


@pytest.mark.parametrize("role", list(Role))
def test_every_form_that_changes_something_carries_a_token(pages_of: PagesOf, role: Role) -> None:
    pages = pages_of(role, "en")
    posted = [form for page in pages.values() for form in page.forms if form.method == "post"]
    assert posted
    assert [form.action for form in posted if not form.fields.get("csrf")] == []


@pytest.mark.parametrize("role", list(Role))
def test_every_field_has_a_label_and_no_id_stands_twice(pages_of: PagesOf, role: Role) -> None:
    for path, page in pages_of(role, "en").items():
        ids = [str(named["id"]) for _, named in page.tags if "id" in named]
        assert sorted(ids) == sorted(set(ids)), path
        labelled = {named.get("for") for tag, named in page.tags if tag == "label"}
        for tag, named in page.tags:
            if tag in {"input", "select", "textarea"} and named.get("type") not in {
                "hidden",
                "radio",
                "checkbox",
            }:
                assert named.get("id") in labelled, (path, named)


def test_every_answer_forbids_what_a_page_does_not_need(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.ISSUER)
    for path in ("/", "/sign-in", "/nothing", "/static/style.css", "/workplaces"):
        headers = visitor.open(path).response.headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
    assert visitor.open("/").response.headers["Cache-Control"] == "no-store"


def test_a_language_is_chosen_by_a_link_and_kept(console: ConsoleFixture) -> None:
    visitor = console.visitor()
    assert "Sign in to Kaikukanta" in visitor.open("/sign-in").text
    assert "Logga in i Kaikukanta" in visitor.open("/language/sv?back=/sign-in").text
    assert "Logga in i Kaikukanta" in visitor.open("/sign-in").text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_the_link_of_a_language_leads_nowhere_else(console: ConsoleFixture, back: str) -> None:
    page = console.visitor().session.get(
        f"{console.address}/language/sv", params={"back": back}, allow_redirects=False, timeout=30
    )
    assert page.headers["Location"] == "/console/"


@pytest.mark.parametrize(
    ("cookie", "accepted", "expected"),
    [(None, "sv-FI,sv;q=0.9", "sv"), ("en", "sv", "en"), ("xx", "de", "fi"), (None, "", "fi")],
)
def test_the_browsers_language_is_taken_where_none_was_chosen(
    cookie: str | None, accepted: str, expected: str
) -> None:
    assert choose(cookie, accepted) == expected


def test_every_text_has_the_same_places_in_every_language() -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    texts = Texts().all
    for key, translations in texts.items():
        assert len({frozenset(places(text)) for text in translations.values()}) == 1, key
    assert [key for key, translations in texts.items() if not all(translations.values())] == []


def test_every_text_is_used() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in [*CODE.rglob("*.py"), *(CONSOLE / "templates").glob("*.html")]
    )
    made = [*re.findall(r'"(\w+\.)(?:" ~|\{)', sources), "done."]
    unused = [
        key
        for key in Texts().all
        if f'"{key}"' not in sources
        and not key.startswith(tuple(made))
        and not (key.endswith(".about") and f'"{key.removesuffix("about")}title"' in sources)
    ]
    unused_confirmations = [
        key for key in Texts().all if key.startswith("done.") and f'"{key[5:]}"' not in sources
    ]
    assert (unused, unused_confirmations) == ([], [])


def colours_in_the_style(name: str) -> dict[str, str]:
    style = (CONSOLE / "style.css").read_text(encoding="utf-8")
    light, dark = style.split("@media (prefers-color-scheme: dark)", maxsplit=1)
    part = light if name == "light" else dark.split("*, *::before", maxsplit=1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_colours_are_those_of_the_desks_window(name: str) -> None:
    theme = THEMES["light" if name == "light" else "dark"]
    expected: dict[str, str] = {}
    for field in fields_of(Colours):
        value = getattr(theme, field.name)
        key = field.name.replace("_", "-")
        if isinstance(value, ToneColours):
            expected |= {f"{key}-{part}": getattr(value, part) for part in ("ink", "soft", "edge")}
        else:
            expected[key] = value
    assert colours_in_the_style(name) == expected


def test_a_stranger_is_not_heard_out(console: ConsoleFixture) -> None:
    visitor = console.visitor()
    page = visitor.open("/sign-in")
    assert visitor.send(page, "/sign-in", login="x" * 20_000).status == 413


def test_a_form_that_is_none_is_refused(console: ConsoleFixture) -> None:
    url = f"{console.address}/sign-in"
    answer = console.visitor().session.post(url, json={"login": "x"}, timeout=30)
    assert answer.status_code == 415
