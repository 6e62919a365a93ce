from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import reduce
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from desk_app.services.errors import StoreFullError
from desk_app.store.connection.database import Database
from desk_app.store.register.register import StoredRegister
from sync.errors import RegisterMismatchError
from sync.ports import Loading, RegisterStatus
from sync.rules.cards import Card
from sync.rules.register_sum import RegisterSum
from tests.helpers.samples import MOMENT, a_card
from tests.helpers.store import KEY, bare
from tests.sync.rules.strategies import cards

LATER = MOMENT + timedelta(hours=1)
ONE, TWO, THREE = a_card("AAAA1"), a_card("BBBB2"), a_card("CCCC3")
WRONG = RegisterSum(1, 1)


def sum_of(held: Iterable[Card]) -> RegisterSum:
    return reduce(RegisterSum.plus, held, RegisterSum())


@pytest.fixture
def register(database: Database) -> StoredRegister:
    return StoredRegister(database)


def load(register: StoredRegister, held: Iterable[Card], *, revision: int = 1) -> None:
    held = list(held)
    register.begin_load(revision)
    register.add_page(held, after=None, last=True)
    register.adopt(revision=revision, expected=sum_of(held), verified_at=MOMENT)


def test_a_fresh_desk_has_no_register(register: StoredRegister) -> None:
    assert (register.status(), register.loading(), register.find("AAAA1")) == (None, None, None)


@given(card=cards())
def test_a_card_is_found_word_for_word(shared: StoredRegister, card: Card) -> None:
    load(shared, [card])
    assert shared.find(card.number) == card


def test_a_load_under_way_is_not_yet_in_use(register: StoredRegister) -> None:
    register.begin_load(3)
    register.add_page([ONE], after="AAAA1", last=False)
    assert (register.find("AAAA1"), register.status()) == (None, None)


def test_a_load_remembers_where_it_goes_on(register: StoredRegister) -> None:
    register.begin_load(3)
    assert register.loading() == Loading(3, None, pages_done=False)
    register.add_page([ONE], after="AAAA1", last=False)
    assert register.loading() == Loading(3, "AAAA1", pages_done=False)
    register.add_page([TWO], after="BBBB2", last=True)
    assert register.loading() == Loading(3, "BBBB2", pages_done=True)


def test_a_load_goes_on_after_a_restart(path: Path, register: StoredRegister) -> None:
    register.begin_load(3)
    register.add_page([ONE], after="AAAA1", last=False)
    again = Database.open(path, KEY)
    later = StoredRegister(again)
    later.add_page([TWO], after="BBBB2", last=True)
    later.adopt(revision=3, expected=sum_of([ONE, TWO]), verified_at=MOMENT)
    again.close()
    assert register.find("BBBB2") == TWO


def test_an_empty_register_can_be_loaded(register: StoredRegister) -> None:
    load(register, [])
    assert register.status() == RegisterStatus(1, RegisterSum(), MOMENT)


def test_a_load_takes_the_place_of_the_old_register(register: StoredRegister) -> None:
    load(register, [ONE, TWO])
    load(register, [TWO, THREE], revision=2)
    assert register.status() == RegisterStatus(2, sum_of([TWO, THREE]), MOMENT)
    assert [register.find(card.number) for card in (ONE, TWO, THREE)] == [None, TWO, THREE]
    assert register.loading() is None


def test_of_an_old_register_no_card_is_kept(path: Path, register: StoredRegister) -> None:
    load(register, [ONE, TWO])
    load(register, [THREE], revision=2)
    connection = bare(path)
    left = [connection.execute(f"SELECT count(*) FROM cards_{side}").fetchone() for side in "ab"]
    connection.close()
    assert left == [(0,), (1,)]


def test_a_load_that_disagrees_is_dropped_and_the_old_register_stays(
    register: StoredRegister,
) -> None:
    load(register, [ONE])
    register.begin_load(2)
    register.add_page([TWO], after=None, last=True)
    with pytest.raises(RegisterMismatchError):
        register.adopt(revision=2, expected=WRONG, verified_at=LATER)
    assert register.loading() is None
    assert register.status() == RegisterStatus(1, sum_of([ONE]), MOMENT)
    assert (register.find("AAAA1"), register.find("BBBB2")) == (ONE, None)


def test_a_card_that_a_load_brings_twice_makes_it_disagree(register: StoredRegister) -> None:
    register.begin_load(1)
    register.add_page([ONE], after="AAAA1", last=False)
    register.add_page([ONE], after="AAAA1", last=True)
    with pytest.raises(RegisterMismatchError):
        register.adopt(revision=1, expected=sum_of([ONE]), verified_at=MOMENT)


def test_a_second_load_drops_the_first_one_s_cards(register: StoredRegister) -> None:
    register.begin_load(1)
    register.add_page([ONE], after="AAAA1", last=False)
    load(register, [TWO], revision=2)
    assert (register.find("AAAA1"), register.find("BBBB2")) == (None, TWO)


def test_changes_to_a_load_leave_the_register_in_use_alone(register: StoredRegister) -> None:
    load(register, [ONE])
    register.begin_load(2)
    register.add_page([ONE, TWO], after=None, last=True)
    changed = replace(ONE, minors=4)
    register.apply_to_load({"AAAA1": changed, "BBBB2": None, "CCCC3": THREE}, revision=5)
    assert register.find("AAAA1") == ONE
    assert register.loading() == Loading(5, None, pages_done=True)
    register.adopt(revision=5, expected=sum_of([changed, THREE]), verified_at=LATER)
    assert [register.find(card.number) for card in (ONE, TWO, THREE)] == [changed, None, THREE]


def test_changes_that_disagree_change_nothing(register: StoredRegister) -> None:
    load(register, [ONE, TWO])
    with pytest.raises(RegisterMismatchError):
        register.apply(
            {"AAAA1": None, "BBBB2": replace(TWO, minors=9), "CCCC3": THREE},
            revision=2,
            expected=WRONG,
            verified_at=LATER,
        )
    assert register.status() == RegisterStatus(1, sum_of([ONE, TWO]), MOMENT)
    assert [register.find(card.number) for card in (ONE, TWO, THREE)] == [ONE, TWO, None]


def test_a_confirmation_moves_the_time_only(register: StoredRegister) -> None:
    load(register, [ONE])
    register.confirm(LATER)
    assert register.status() == RegisterStatus(1, sum_of([ONE]), LATER)


def test_a_dropped_register_leaves_no_card(path: Path, register: StoredRegister) -> None:
    load(register, [ONE])
    register.begin_load(2)
    register.add_page([TWO], after=None, last=False)
    register.drop()
    connection = bare(path)
    left = [connection.execute(f"SELECT count(*) FROM cards_{side}").fetchone() for side in "ab"]
    connection.close()
    assert left == [(0,), (0,)]
    assert (register.status(), register.loading()) == (None, None)


def test_more_changes_than_fit_one_statement_are_all_made(register: StoredRegister) -> None:
    before = [a_card(f"KAIKU{n:04}") for n in range(1200)]
    after = [replace(card, minors=1) for card in before[:1100]]
    load(register, before)
    changes: dict[str, Card | None] = {card.number: card for card in after}
    changes |= {card.number: None for card in before[1100:]}
    register.apply(changes, revision=2, expected=sum_of(after), verified_at=LATER)
    assert register.status() == RegisterStatus(2, sum_of(after), LATER)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoredRegister]:
    database = Database.open(tmp_path_factory.mktemp("shared") / "desk.db", KEY)
    yield StoredRegister(database)
    database.close()


NUMBERS = st.sampled_from(["AAAA1", "BBBB2", "CCCC3", "DDDD4"])
HELD = st.dictionaries(NUMBERS, cards()).map(
    lambda held: {number: replace(card, number=number) for number, card in held.items()}
)
CHANGES = st.dictionaries(NUMBERS, st.none() | cards()).map(
    lambda changes: {
        number: card and replace(card, number=number) for number, card in changes.items()
    }
)


def changed(held: dict[str, Card], changes: dict[str, Card | None]) -> dict[str, Card]:
    return {number: card for number, card in (held | changes).items() if card is not None}


@pytest.mark.slow
@given(start=HELD, story=st.lists(st.tuples(st.booleans(), CHANGES), max_size=4), loaded=HELD)
def test_after_any_loads_and_changes_cards_and_sum_are_those_of_a_plain_dictionary(
    shared: StoredRegister,
    start: dict[str, Card],
    story: list[tuple[bool, dict[str, Card | None]]],
    loaded: dict[str, Card],
) -> None:
    shared.drop()
    load(shared, start.values())
    held, revision = start, 1
    shared.begin_load(1)
    shared.add_page(list(loaded.values()), after=None, last=True)
    for agrees, changes in story:
        revision += 1
        wanted = changed(held, changes)
        loaded = changed(loaded, changes)
        shared.apply_to_load(changes, revision=revision)
        if agrees:
            shared.apply(
                changes, revision=revision, expected=sum_of(wanted.values()), verified_at=LATER
            )
            held = wanted
        else:
            with pytest.raises(RegisterMismatchError):
                shared.apply(changes, revision=revision, expected=WRONG, verified_at=LATER)
    status = shared.status()
    assert status is not None
    assert status.sum == sum_of(held.values())
    assert {number: shared.find(number) for number in held} == held
    shared.adopt(revision=revision, expected=sum_of(loaded.values()), verified_at=LATER)
    assert {number: shared.find(number) for number in loaded} == loaded


class FailingDatabase(Database):
    """The real one, but the disk may fill up."""

    left = 1_000_000

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        with super().write() as connection:
            self.left -= 1
            if self.left < 0:
                raise StoreFullError(path="the disk")
            yield connection

    @contextmanager
    def full_after(self, transactions: int) -> Iterator[None]:
        """What the block does fails, since the disk takes so many transactions and no more."""
        self.left = transactions
        with pytest.raises(StoreFullError):
            yield
        self.left = 1_000_000


@pytest.fixture
def failing(path: Path) -> Iterator[FailingDatabase]:
    Database.open(path, KEY).close()
    database = FailingDatabase(path, KEY)
    yield database
    database.close()


BEFORE = [a_card(f"KAIKU{n:05}") for n in range(1300)]
AFTER = [replace(card, minors=3) for card in BEFORE[100:]]
CHANGED: dict[str, Card | None] = {card.number: None for card in BEFORE[:100]}
CHANGED |= {card.number: card for card in AFTER}


def consistent(register: StoredRegister) -> list[Card]:
    """The cards that are found; they always have the sum that the status says."""
    found = [card for number in CHANGED if (card := register.find(number)) is not None]
    status = register.status()
    assert status is not None
    assert sum_of(found) == status.sum
    return found


@pytest.mark.parametrize("transactions", range(4))
def test_changes_cut_off_anywhere_leave_the_old_register_or_the_new_one(
    failing: FailingDatabase, transactions: int
) -> None:
    register = StoredRegister(failing)
    load(register, BEFORE)
    with failing.full_after(transactions):
        register.apply(CHANGED, revision=2, expected=sum_of(AFTER), verified_at=LATER)
    found = consistent(register)
    assert found == (AFTER if transactions >= 1 else BEFORE)
    last = replace(AFTER[-1], minors=7)
    register.apply(
        {last.number: last},
        revision=3,
        expected=sum_of([*found[:-1], last]),
        verified_at=LATER,
    )
    assert consistent(register) == [*found[:-1], last]


def test_after_changes_nothing_is_left_beside_the_register(
    path: Path, register: StoredRegister
) -> None:
    load(register, BEFORE)
    register.apply(CHANGED, revision=2, expected=sum_of(AFTER), verified_at=LATER)
    connection = bare(path)
    left = connection.execute("SELECT count(*) FROM card_changes").fetchone()
    connection.close()
    assert left == (0,)


def test_changes_that_were_cut_off_are_finished_by_the_next_confirmation(
    path: Path, failing: FailingDatabase
) -> None:
    register = StoredRegister(failing)
    load(register, BEFORE)
    with failing.full_after(2):
        register.apply(CHANGED, revision=2, expected=sum_of(AFTER), verified_at=LATER)
    register.confirm(LATER)
    connection = bare(path)
    counts = connection.execute(
        "SELECT (SELECT count(*) FROM card_changes), (SELECT count(*) FROM cards_a)"
    ).fetchone()
    connection.close()
    assert counts == (0, len(AFTER))


def test_an_old_register_that_was_not_emptied_is_emptied_the_next_time(
    path: Path, failing: FailingDatabase
) -> None:
    register = StoredRegister(failing)
    load(register, BEFORE)
    register.begin_load(2)
    register.add_page([ONE], after=None, last=True)
    with failing.full_after(1):
        register.adopt(revision=2, expected=sum_of([ONE]), verified_at=LATER)
    assert (register.find(BEFORE[0].number), register.find("AAAA1")) == (None, ONE)
    register.confirm(LATER)
    connection = bare(path)
    left = connection.execute("SELECT count(*) FROM cards_a").fetchone()
    connection.close()
    assert left == (0,)


def test_a_page_that_was_cut_off_comes_again_and_may_have_changed(
    failing: FailingDatabase,
) -> None:
    register = StoredRegister(failing)
    held = [a_card(f"KAIKU{n:05}") for n in range(6000)]
    register.begin_load(1)
    register.add_page(held[:10], after="page 2", last=False)
    with failing.full_after(2):
        register.add_page(held[10:], after=None, last=True)
    loading = register.loading()
    assert loading is not None
    assert (loading.after, loading.pages_done) == ("page 2", False)
    del held[3000]  # it left the register meanwhile
    register.add_page(held[10:], after=None, last=True)
    register.adopt(revision=1, expected=sum_of(held), verified_at=MOMENT)
    assert register.find("KAIKU05999") == held[-1]
    assert register.find("KAIKU03000") is None


def test_changes_to_a_load_that_were_cut_off_can_be_made_again(failing: FailingDatabase) -> None:
    register = StoredRegister(failing)
    register.begin_load(1)
    register.add_page(BEFORE, after=None, last=True)
    with failing.full_after(1):
        register.apply_to_load(CHANGED, revision=2)
    register.apply_to_load(CHANGED, revision=2)
    register.adopt(revision=2, expected=sum_of(AFTER), verified_at=LATER)
    assert consistent(register) == AFTER


def test_active_changes_go_with_a_register_that_is_dropped(failing: FailingDatabase) -> None:
    register = StoredRegister(failing)
    load(register, BEFORE)
    with failing.full_after(1):
        register.apply(CHANGED, revision=2, expected=sum_of(AFTER), verified_at=LATER)
    register.drop()
    with pytest.raises(RegisterMismatchError):
        register.apply({"AAAA1": ONE}, revision=2, expected=sum_of([ONE]), verified_at=LATER)
    assert (register.status(), register.find("AAAA1")) == (None, None)
    assert register.find(AFTER[0].number) is None
