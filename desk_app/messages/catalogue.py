"""Reads translations out of the ``.ts`` files, without Qt.

The headless commands speak three languages too, and must not load Qt. Finnish, Swedish and
English share one plural rule: one, and all else.
"""

from functools import lru_cache
from importlib.resources import files
from xml.etree import ElementTree as ET

from desk_app.messages.translation import Translate


@lru_cache
def catalogue(language: str) -> Translate:
    """A translator into ``language``; a text without a translation stays English.

    As in Qt, ``%n`` stands for the number and ``%Ln`` for the number with its thousands apart.
    """
    source = files("resources") / "translations" / f"kaikuluukku_{language}.ts"
    apart = "," if language == "en" else "\u00a0"
    texts = _read(ET.fromstring(source.read_text(encoding="utf-8")))  # noqa: S314 - our own file

    def translate(context: str, key: str, disambiguation: str | None = None, n: int = -1, /) -> str:
        del disambiguation
        forms = texts.get((context, key), [key])
        text = forms[0 if n == 1 else -1]
        return text.replace("%Ln", f"{n:,}".replace(",", apart)).replace("%n", str(n))

    return translate


def _read(tree: ET.Element) -> dict[tuple[str, str], list[str]]:
    texts = {}
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            forms = forms or [translation.text or ""]
            if all(forms):
                key = (context.findtext("name", ""), message.findtext("source", ""))
                texts[key] = forms
    return texts
