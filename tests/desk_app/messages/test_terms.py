"""One word for each thing: every text that people read keeps to the terms of the glossary."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.rules.languages import LANGUAGES
from tests.helpers.catalogues import CatalogueMessage, messages
from tests.test_hygiene import ROOT

FORBIDDEN = {
    "fi": {
        r"rekisteröi(?!dään)": "ottaa käyttöön (a desk); issuers register cards: rekisteröidään",
        r"käyttöönottokood": "aktivointikoodi",
        r"avainren": "avainnippu",
        r"postilaatik": "Selvitettävät",
        r"\bmy(?:ydä|ytäv|yn(?:nissä|tiin)|y tätä)": "antaa lippuja, valita",
        r"\bkorttinumero": "kortin numero",
        r"\bdiagnoosi": "vianmääritystiedot",
        r"\bsarkai": "Tab",
        r"vahingoit": "vioittunut",
        r"kirjoit\w+ yli": "muuttaa, korvata",
        r"jakava\w* taho": "kortinjakaja",
        r"kortin kanta": "kortin haltija",
        r"IT[-\u2011]tu(?:esta|keen)": "IT-tuelta, IT-tuelle",
        r"henkilön kort": "asiakkaan kortti",
        r"kortin painet": "korttiin painettu",
        r"vaati\w+ huomiota": "selvitettävä, tarkistettava",
        r"jää muistiin": "säilyy",
        r"\bilmai[ns]": "maksuton",
        r"\bnäppäile|\bnäppäill": "kirjoittaa, syöttää",
        r"päivästä päivään": "valitse aikaväli",
        r"(?<!”)synkronoi": "lähettää ja hakea",
        r"\bottaa sisään|\botettiin sisään": "tuoda",
        r"tyhjentää kortin": "poistaa kortin näytöltä",
        r"aina avoinna": "jatkuva palvelu",
    },
    "sv": {
        r"registrer\w* (?:den här )?luck": "ta luckan i bruk",
        r"\b(?:ett|detta|eget|egna|samma|per) utbud\b": "evenemang eller tjänst",
        r"erbjudande": "evenemang eller tjänst",
        r"\bsälj|\bsålts?\b|\bsålda\b": "ge, dela ut, välja",
        r"inkorg": "Att reda ut",
        r"skann": "läsa, läsare",
        r"\bläs\w* av\b": "läsa",
        r"\bnek(?:ad|at|ande)|\bavslag": "avvisad, inte godkänd",
        r"\btillbakatag|\bta(?:r|s|gits)? tillbaka|\bdra(?:s|r)? tillbaka": "återkalla",
        r"förbindelse": "anslutning",
        r"arbetstagar": "medarbetare",
        r"\bIT[-\u2011]stöd": "it-stöd",
        r"från dag till dag": "välj period",
        r"alltid öppe?n": "löpande",
        r"\bgöm\b|\bgömm": "dölja",
        r"pappersblankett": "blankett",
        r"tömmer kortet": "rensar kortet",
        r"enligt (?:dagen|det som)": "enligt kortets sista giltighetsdag",
    },
    "en": {
        r"ticket window": "ticket desk",
        r"\b(?:sell|selling|sold)\b(?![ -]out)|on sale": "give, hand out; choose",
        r"\b(?:take|takes|taken|took) (?:it |that one )?back\b": "withdraw; undo (Ctrl+Z)",
        r"\bputs? (?:it )?back\b": "restore",
        r"enrolment code": "activation code",
        r"\bmend(?:s|ed|ing)?\b": "repair, fix",
        r"\bfetch": "download, sync",
        r"\b(?:run|runs|ran) out\b": "expire",
        r"out of use": "suspended",
        r"\binbox\b": "To resolve",
        r"all the same|needs? a (?:hand|look)": "anyway; to resolve, needs checking",
        r"\bnewest version": "latest version",
        r"\bby itself\b": "automatically",
        r"\bmakers\b": "developers",
        r"cardboard": "the date on the card",
        r"\bas in \d": "for example",
        r"\bput(?:s|ting)? away\b": "dismiss, hide, remove",
        r"\bkey(?:ed)? (?:them |the lines )?in\b": "enter",
        r"\bcardholder": "holder",
        r"\bafresh\b|\banew\b": "again",
        r"\badmin\b": "administrator",
        r"\btaken in\b|\bgo on\b|\bgoes on\b": "imported; keep working, continue",
        r"\bthe register here\b": "this desk's copy of the register",
        r"\bpass(?:ed|es)? (?:it |them )?on\b": "send to Kaikukeskus",
        r"\d\d?/\d\d?/\d{4}": "9.3.2027",
    },
}
"""For each language: what is not said, and what is said instead."""

HELP = ROOT / "resources" / "help"
ENGLISH = ["installer/linux/kaikuluukku.1", "desk_app/cli/parser.py"]
IN_EVERY_LANGUAGE = [
    "installer/linux/fi.kaikuluukku.Kaikuluukku.metainfo.xml",
    "installer/linux/fi.kaikuluukku.Kaikuluukku.desktop",
    "installer/windows/kaikuluukku.nsi",
]


def forbidden_in(language: str, text: str) -> list[str]:
    """The words in a text that its language does not say; names of places are no words."""
    text = re.sub(r"\{\w+\}", "…", text)
    return [word for word in FORBIDDEN[language] if re.search(word, text, flags(word))]


def flags(word: str) -> re.RegexFlag:
    """Capitals count only in a word that has some."""
    return re.RegexFlag(0) if re.search(r"(?<!\\)[A-Z]", word) else re.IGNORECASE


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Every text for people in a language, with the place where it is written."""
    if language == "en":
        for message in messages("fi"):
            yield message.context, message.source
    for message in messages(language):
        for form in message.forms:
            yield message.context, form
    files = [
        *(HELP / language).glob("*.md"),
        *(ROOT / "docs").glob(f"privacy-*-{language}.*"),
        *(ROOT / "installer" / "macos" / f"{language}.lproj").iterdir(),
        *(ROOT / name for name in ENGLISH if language == "en"),
    ]
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield name_of(path), line
    for name in IN_EVERY_LANGUAGE:
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            yield name, line


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def ambiguous(found: list[CatalogueMessage]) -> dict[str, set[tuple[str, ...]]]:
    """Sources that are translated in two ways, where none of the two says why."""
    by_source: dict[str, list[CatalogueMessage]] = {}
    for message in found:
        by_source.setdefault(message.source, []).append(message)
    return {
        source: {message.forms for message in alike}
        for source, alike in by_source.items()
        if len({message.forms for message in alike}) > 1
        and not any(message.reason for message in alike)
    }


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_text_is_translated_in_one_way_or_says_why_not(language: str) -> None:
    assert ambiguous(messages(language)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_uses_a_word_that_the_glossary_replaces(language: str) -> None:
    found = [(where, text, forbidden_in(language, text)) for where, text in texts(language)]

    assert [(where, text) for where, text, words in found if words] == []


def test_two_ways_without_a_reason_are_found() -> None:
    lock = CatalogueMessage("Page", "Lock", ("Lukitus",))

    assert ambiguous([lock, CatalogueMessage("Bar", "Lock", ("Lukitse",))]) == {
        "Lock": {("Lukitus",), ("Lukitse",)}
    }
    assert ambiguous([lock, CatalogueMessage("Bar", "Lock", ("Lukitse",), "a button")]) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Rekisteröi tämä luukku"),
        ("fi", "Myynnissä nyt"),
        ("fi", "Anna käyttöönottokoodi."),
        ("fi", "Avain on avainrenkaassa."),
        ("fi", "Kysy IT-tuesta."),
        ("sv", "Registrera den här luckan"),
        ("sv", "Välj ett utbud"),
        ("sv", "Kontakta IT-stödet"),
        ("en", "Opening the ticket window…"),
        ("en", "What are you selling?"),
        ("en", "Valid until 09/03/2027."),
    ],
)
def test_a_word_that_is_not_said_is_found(language: str, text: str) -> None:
    assert forbidden_in(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Loppuunmyyty: lipunmyyjä kertoo sen."),
        ("fi", "Osa korteista rekisteröidään jälkikäteen."),
        ("sv", "Utbudet hämtas från registret."),
        ("en", "Sold out: there are no free tickets to a sold-out event."),
    ],
)
def test_a_word_that_is_said_is_let_through(language: str, text: str) -> None:
    assert forbidden_in(language, text) == []
