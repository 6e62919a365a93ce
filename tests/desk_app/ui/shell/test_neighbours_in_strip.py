"""What the strip says of the other desks on the network."""

from dataclasses import replace
from uuid import UUID

import pytest

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.neighbours import NeighbourWords
from desk_app.services.neighbours import NeighbourDesk, NeighboursStatus, NeighbourState

THERE = NeighbourDesk(UUID(int=1), "Luukku 1", in_reach=True, address="192.0.2.1:1")
AWAY = NeighbourDesk(UUID(int=2), "Luukku 2", in_reach=False, is_missing=True)
NEVER_SEEN = NeighbourDesk(UUID(int=3), "Luukku 3", in_reach=False)


def strip_text(language: str, *desks: NeighbourDesk) -> str:
    words = NeighbourWords(Messages(catalogue(language), language))
    return words.in_short(NeighboursStatus(NeighbourState.TOGETHER, 1, desks))


@pytest.mark.parametrize(
    ("language", "connected", "missing"),
    [
        ("fi", "1 muu luukku", "Ei vastaa: Luukku 2"),
        ("sv", "1 annan lucka", "Svarar inte: Luukku 2"),
        ("en", "1 other desk", "No answer from Luukku 2"),
    ],
)
def test_it_is_said_who_is_there_and_who_went_missing(
    language: str, connected: str, missing: str
) -> None:
    assert strip_text(language, THERE, NEVER_SEEN) == connected
    assert strip_text(language, THERE, AWAY) == missing


@pytest.mark.parametrize(
    ("language", "text"), [("fi", "hitaasti"), ("sv", "långsamt"), ("en", "slowly")]
)
def test_it_is_said_of_a_desk_that_sends_more_than_can_be(language: str, text: str) -> None:
    words = NeighbourWords(Messages(catalogue(language), language))

    assert text in words.desk(replace(THERE, is_flooding=True))
    assert text not in words.desk(THERE)


@pytest.mark.parametrize(
    ("language", "text"),
    [("fi", "Kaksi tietokonetta"), ("sv", "Två datorer"), ("en", "Two computers")],
)
def test_it_is_said_of_a_desk_that_it_is_two(language: str, text: str) -> None:
    words = NeighbourWords(Messages(catalogue(language), language))

    assert text in words.desk(replace(THERE, is_double=True))


def test_nothing_is_said_of_a_desk_that_was_not_there_yet() -> None:
    assert strip_text("fi", NEVER_SEEN) == ""
    assert strip_text("fi") == ""
