"""The translation catalogues as they lie in the tree."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

FOLDER = Path(__file__).parents[2] / "resources" / "translations"


@dataclass(frozen=True)
class CatalogueMessage:
    """A source text and its translation: one form, or one for each plural."""

    context: str
    source: str
    forms: tuple[str, ...]
    reason: str = ""
    """The translator's comment: why this text is said so here."""


def messages(language: str, folder: Path = FOLDER) -> list[CatalogueMessage]:
    """Every message of a language; a form that is not translated is empty."""
    tree = ET.parse(folder / f"kaikuluukku_{language}.ts")
    found = []
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                CatalogueMessage(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    tuple(forms or [translation.text or ""]),
                    message.findtext("translatorcomment", ""),
                )
            )
    return found
