"""Rows of paper forms outlive the loss of the database, and that of the operation log."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from uuid_utils.compat import uuid7

from desk_app.devices.secrets import FileSecrets
from desk_app.services.paper_rows import PaperRow
from desk_app.store.opening import open_store
from desk_app.store.operation_log.segments import log_folder
from desk_app.store.recovery.backups import Backups
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.paper_rows import StoredPaperRows
from tests.helpers.samples import MOMENT, a_visit
from tests.helpers.store import at_moment


def test_rows_of_paper_forms_stand_as_they_were_kept_last(
    tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path, secrets = tmp_path / "home" / "desk.db", FileSecrets(tmp_path / "secrets.json")
    opened = open_store(path, secrets, at_moment)
    rows = StoredPaperRows(opened.database)
    kept, put_away, recorded, late = (a_paper_row(number) for number in ("1", "2", "3", "4"))
    for row in (kept, put_away, recorded):
        rows.save(row)
    Backups(path).make(opened.database, opened.key, MOMENT)
    kept = replace(kept, number="KAIKU0001", counts={"holder": 1, "children": 2}, value_cents=1250)
    rows.save(kept)
    rows.save(late)
    rows.drop(put_away.id)
    with opened.database.write():
        StoredJournal(opened.database).record(replace(a_visit(), id=recorded.id))
        rows.drop(recorded.id)
    opened.database.close()
    path.unlink()

    again = open_store(path, secrets, at_moment)
    found = StoredPaperRows(again.database).all()
    again.database.close()
    assert found == [kept, late]


def test_rows_of_paper_forms_come_back_where_the_log_is_gone(
    tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path, secrets = tmp_path / "home" / "desk.db", FileSecrets(tmp_path / "secrets.json")
    opened = open_store(path, secrets, at_moment)
    row = a_paper_row("KAIKU0001")
    StoredPaperRows(opened.database).save(row)
    opened.database.close()
    shutil.rmtree(log_folder(path))
    open_store(path, secrets, at_moment).database.close()
    path.unlink()

    again = open_store(path, secrets, at_moment)
    found = StoredPaperRows(again.database).all()
    again.database.close()
    assert found == [row]


def a_paper_row(number: str) -> PaperRow:
    return PaperRow(id=uuid7(), offer_id=uuid7(), day=MOMENT.date(), number=number)
