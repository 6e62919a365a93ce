"""Cards that the program cannot read: they count in the register's sum, and admit nobody."""

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.register.register import StoredRegister
from sync.rules.cards import OddCard
from sync.rules.register_sum import RegisterSum
from tests.helpers.samples import MOMENT, a_card

ONE, TWO = a_card("AAAA1"), a_card("BBBB2")
ODD = OddCard("BBBB2", ("lost", "?", "2026-01-01", "long ago", "1000", "Espoo", "0"))


@pytest.fixture
def register(database: Database) -> StoredRegister:
    return StoredRegister(database)


def test_an_odd_card_counts_in_the_sum_and_is_judged_as_unknown(register: StoredRegister) -> None:
    register.begin_load(1)
    register.add_page([ONE, ODD], after=None, last=True)
    register.adopt(revision=1, expected=RegisterSum().plus(ONE).plus(ODD), verified_at=MOMENT)
    assert register.find("BBBB2") is None
    assert register.find(ONE.number) == ONE


def test_an_odd_card_among_changes_becomes_a_sound_one(register: StoredRegister) -> None:
    register.begin_load(1)
    register.add_page([ONE], after=None, last=True)
    register.adopt(revision=1, expected=RegisterSum().plus(ONE), verified_at=MOMENT)
    register.apply(
        {ODD.number: ODD},
        revision=2,
        expected=RegisterSum().plus(ONE).plus(ODD),
        verified_at=MOMENT,
    )
    assert register.find("BBBB2") is None
    register.apply(
        {TWO.number: TWO},
        revision=3,
        expected=RegisterSum().plus(ONE).plus(TWO),
        verified_at=MOMENT,
    )
    assert register.find("BBBB2") == TWO
