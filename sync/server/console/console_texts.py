"""The console's words in three languages, each text beside its translations in one file."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup, escape

from sync.rules.languages import LANGUAGES, Language

COOKIE = "kaikukanta_language"


class Texts:
    """Every text of the console by its key, such as ``cards.title``."""

    def __init__(self) -> None:
        self.all = _read()

    def text(self, language: Language, key: str, **values: object) -> Markup:
        """A text with its values, all of it escaped. Raises ``KeyError`` for an unknown key."""
        return escape(self.all[key][language]).format(**values)


@lru_cache
def _read() -> Mapping[str, Mapping[Language, str]]:
    source = files("resources") / "console" / "texts.toml"
    parsed = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        f"{area}.{name}": dict(zip(LANGUAGES, texts, strict=True))
        for area, named in parsed.items()
        for name, texts in named.items()
    }


def choose(cookie: str | None, accepted: str) -> Language:
    """The language that somebody has chosen, or that the browser asks for first; else Finnish."""
    wanted = [cookie or "", *(part.partition(";")[0].strip()[:2] for part in accepted.split(","))]
    for each in wanted:
        for language in LANGUAGES:
            if each.lower() == language:
                return language
    return LANGUAGES[0]
