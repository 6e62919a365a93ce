"""What the self-test says of a part of the program, in the language that is spoken."""

import re

import pytest

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.self_test import PARTS
from desk_app.self_test.packed_parts import PROBES, examine_build


def fails() -> str:
    raise OSError("no such library")


@pytest.mark.parametrize(
    ("language", "works", "does_not"),
    [
        (
            "fi",
            "Salattu tietokanta toimii: SQLCipher 4.",
            "Kameran käyttö ei toimi (OSError: no such library). Asenna ohjelma uudelleen.",
        ),
        (
            "sv",
            "Den krypterade databasen fungerar: SQLCipher 4.",
            "Kameror kan inte användas (OSError: no such library). Installera programmet på nytt.",
        ),
        (
            "en",
            "The encrypted database works: SQLCipher 4.",
            "Cameras cannot be used (OSError: no such library). Install the program again.",
        ),
    ],
)
def test_what_works_and_what_does_not_is_said_in_the_language_that_is_spoken(
    language: str, works: str, does_not: str
) -> None:
    probes = {"store": lambda: "SQLCipher 4", "camera": fails}

    checks = examine_build(Messages(catalogue(language), language), probes)

    assert [(each.ok, each.detail) for each in checks] == [(True, works), (False, does_not)]


def test_every_probe_has_its_words() -> None:
    assert list(PROBES) == list(PARTS)


def test_every_part_names_what_was_found_or_what_is_wrong() -> None:
    placeholders = {
        part: tuple(re.findall(r"{(\w+)}", text) for text in texts) for part, texts in PARTS.items()
    }
    assert placeholders == dict.fromkeys(PARTS, (["found"], ["wrong"])) | {
        "export": ([], ["wrong"])
    }
