"""Neighbours go on where they were: nothing old is told again, nothing missed after a restore."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.config.paths import Home
from desk_app.services.recording import VisitRequest
from desk_app.store.connection.database import Database
from desk_app.store.neighbours.news import StoredNews
from desk_app.store.recovery.rebuilding import rebuild_from_newest
from sync.lan.news import MOST_ENTRIES
from sync.server.keys.signing import Signer, new_key
from tests.helpers.desk_fixture import FAMILY, POOL, DeskFixture
from tests.helpers.neighbour_desks import NeighbourStore

THERE = UUID(int=200)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[NeighbourStore]:
    desk = NeighbourStore(tmp_path, 1, Signer(new_key()), [POOL])
    yield desk
    desk.close()


def another_run(desk: NeighbourStore, database: Database) -> StoredNews:
    news = StoredNews(database, desk.fixture.clock)
    news.begin()
    return news


def receive(news: StoredNews, cursor: str = "") -> tuple[list[UUID], str]:
    """The operations that a neighbour with this cursor is told, and its next cursor."""
    page, _ = news.read(news.place(cursor), MOST_ENTRIES)
    return [entry.operation.id for entry in page.operations], page.cursor


def test_a_desk_that_starts_again_tells_only_what_is_new(desk: NeighbourStore) -> None:
    desk.hand_out(FAMILY.number, POOL)
    _, cursor = receive(desk.news)

    again = another_run(desk, desk.fixture.database)
    new = desk.hand_out(FAMILY.number, POOL)

    assert receive(again, cursor)[0] == [new.id]


def test_an_older_file_that_was_put_back_tells_what_it_recorded_since(
    desk: NeighbourStore, tmp_path: Path
) -> None:
    desk.hand_out(FAMILY.number, POOL)
    receive(desk.news)
    older = Home(tmp_path / "older")
    older.folder.mkdir()
    desk.fixture.database._copy(older.database)
    desk.hand_out(FAMILY.number, POOL)
    _, cursor = receive(desk.news)

    with closing(DeskFixture(older.folder, key=desk.fixture.key)) as restored:
        asked = VisitRequest(number=FAMILY.number, offer_id=POOL.id)
        new = restored.services.recording.record(asked).visit
        again = another_run(desk, restored.database)

        assert receive(again, cursor)[0] == [new.id]


def test_a_rebuilt_database_tells_everything(desk: NeighbourStore, tmp_path: Path) -> None:
    visit = desk.hand_out(FAMILY.number, POOL)
    _, cursor = receive(desk.news)
    rebuilt = tmp_path / "rebuilt.db"
    rebuild_from_newest(rebuilt, desk.fixture.home.database, desk.fixture.key, [])

    with closing(Database.open(rebuilt, desk.fixture.key)) as database:
        assert receive(another_run(desk, database), cursor)[0] == [visit.id]


@pytest.mark.parametrize("cursor", ["", "1", ".1", "0123456789abcdef.1", "{run}.", "{run}.-1"])
def test_a_cursor_that_this_desk_never_gave_begins_at_the_beginning(
    desk: NeighbourStore, cursor: str
) -> None:
    desk.hand_out(FAMILY.number, POOL)
    run = receive(desk.news)[1].partition(".")[0]

    assert desk.news.place(cursor.format(run=run)) == 0


def test_a_desk_where_it_was_off_meanwhile_tells_everything(desk: NeighbourStore) -> None:
    visit = desk.hand_out(FAMILY.number, POOL)
    _, cursor = receive(desk.news)

    desk.news.end()

    assert receive(another_run(desk, desk.fixture.database), cursor)[0] == [visit.id]


def test_how_far_a_neighbour_was_heard_outlasts_the_program(desk: NeighbourStore) -> None:
    assert desk.news.cursor(THERE) == ""
    desk.news.move_cursor(THERE, "", "a.7")

    assert StoredNews(desk.fixture.database, desk.fixture.clock).cursor(THERE) == "a.7"


def test_at_another_venue_neighbours_are_heard_from_the_beginning(desk: NeighbourStore) -> None:
    before = desk.news.cursor(THERE)
    record = desk.fixture.desk.record()
    assert record is not None
    desk.fixture.desk.enrol(replace(record, venue=replace(record.venue, id="another")))

    desk.news.move_cursor(THERE, before, "a.7")  # by what was under way meanwhile

    assert desk.news.cursor(THERE) == ""
