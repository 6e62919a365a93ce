"""Somebody at a browser without scripts: opens pages of the console, and sends their forms."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Self
from urllib.parse import urljoin, urlsplit

import requests


@dataclass
class Form:
    """A form of a page, with what its fields hold."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append((tag, named))
        if tag == "form":
            action = urljoin(self._url, named.get("action") or self._url)
            self.forms.append(Form(action, named.get("method") or "get"))
        if tag == "a" and named.get("href"):
            self.links.append(urljoin(self._url, named["href"]))
        if not self.forms:
            return
        fields, name = self.forms[-1].fields, named.get("name") or ""
        is_box = named.get("type") in {"checkbox", "radio"}
        if (
            tag == "input"
            and name
            and named.get("type") != "file"
            and (not is_box or "checked" in named)
        ):
            fields[name] = named.get("value") or ("on" if is_box else "")
        elif tag == "textarea":
            fields[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in named or self._select not in fields):
            fields[self._select] = named.get("value") or ""

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class Page:
    """A page as it came."""

    def __init__(self, response: requests.Response) -> None:
        self.response = response
        self.status = response.status_code
        self.path = urlsplit(response.url).path
        reader = _Reader(response.url)
        if response.headers.get("content-type", "").startswith("text/html"):
            reader.feed(response.text)
        self.forms = reader.forms
        self.links = reader.links
        self.tags = reader.tags
        self.text = re.sub(r"\s+", " ", " ".join(reader.words)).strip()
        """All words of the page."""

    def form(self, ending: str) -> Form:
        """The form whose address ends so."""
        (found,) = [form for form in self.forms if form.action.endswith(ending)]
        return found


class Visitor:
    """A browser, with the cookies it was given."""

    def __init__(self, url: str, language: str = "en") -> None:
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["Accept-Language"] = language

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()

    def open(self, path: str, **asked: str) -> Page:
        """Open a page."""
        return Page(self.session.get(self.url + path, params=asked, timeout=30))

    def send(self, page: Page, ending: str, /, **typed: str) -> Page:
        """Fill in a form of a page and send it."""
        form = page.form(ending)
        return Page(self.session.post(form.action, data={**form.fields, **typed}, timeout=30))

    def send_file(
        self, page: Page, ending: str, name: str, content: bytes, *, field: str = "file"
    ) -> Page:
        """Choose a file in a form of a page and send it."""
        form = page.form(ending)
        files = {field: (name, content)}
        return Page(self.session.post(form.action, data=form.fields, files=files, timeout=30))

    def post(self, path: str, **data: str) -> Page:
        """Send fields to an address without any page before, redirects not followed."""
        return Page(
            self.session.post(self.url + path, data=data, timeout=30, allow_redirects=False)
        )

    def token(self) -> str:
        """What the forms of this visitor carry: that of the button to sign out, or in."""
        page = self.open("/")
        return next(form.fields["csrf"] for form in page.forms if "csrf" in form.fields)
