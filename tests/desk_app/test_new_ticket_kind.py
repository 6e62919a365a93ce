"""A new kind of ticket is one line in the rules' table, its words, and a column in the database.

Where it counts in a quota, the database's view of that has it too. The program is copied, these are
added, and the copy gives, sums, exports and sends tickets of the new kind: nothing else had to be
touched.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]

LINE = """    volunteers: int = _kind(_PERSONAL, _ADULTS, Ceiling.NONE, "holder")
"""
TITLE = """    "volunteers": QT_TRANSLATE_NOOP("Tickets", "Volunteers"),
"""
COUNTED = """            "volunteers": self.tr("%n volunteer(s)", "", n),
"""
STEP = """
ALTER TABLE visits ADD COLUMN volunteers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN volunteers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE paper_rows ADD COLUMN volunteers INTEGER;
DROP VIEW counted_tickets;
CREATE VIEW counted_tickets AS
SELECT id, offer_id,
    holder + children + grandchildren + worker + community_minors + volunteers AS tickets
FROM visits;
"""
USE = """
import sys
from pathlib import Path

from desk_app.files.spreadsheets import as_csv
from desk_app.services.errors import RefusedError
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.store.visits.quota_shares import StoredShares
from desk_app.ui.paper_forms.form_layout import paper_form
from desk_app.ui.paper_forms.grid import CELLS
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.counter_messages import Messages
from sync.protocol import dump_operation
from sync.rules.tickets import Tickets
from tests.helpers.desk_fixture import POOL, VENUE, DeskFixture

fixture = DeskFixture(Path(sys.argv[1]))
fixture.enrol()
fixture.load_register()
fixture.load_offers()
words = Messages(catalogue("en"), "en")
services = fixture.services
checked = services.checking.check("KAIKU0001", POOL.id)
assert checked.verdict.allowed["volunteers"] is None, checked.verdict.allowed
assert checked.missing(Tickets(volunteers=1)) == "holder"
asked = VisitRequest(
    number="KAIKU0001", offer_id=POOL.id, tickets=TicketsRequest(children=1, volunteers=3)
)
visit = services.recording.record(asked).visit
assert visit.tickets.counted == 5
shares = StoredShares(fixture.database)
shares.grant(POOL.id, 9, 1)
assert shares.left() == {POOL.id: 4}
said = words.tickets(visit.tickets)
assert said == "holder, 1 child, 3 volunteer(s)", said
assert dump_operation(visit)["tickets"]["volunteers"] == 3
assert fixture.visits()[0].visit == visit
assert services.statistics.compute().total.adults == 4
table = as_csv(services.reporting.rows(), with_cards=False).decode("utf-8-sig").splitlines()
row = dict(zip(table[0].split(";"), table[1].split(";")))
assert (row["volunteers"], row["adults"], row["minors"]) == ("3", "4", "1"), row
assert "volunteers" in CELLS
form = paper_form(words, VENUE.name, None, None, fixture.desk.record().policy.zone)
assert "Volunteers" in [column.title for column in form.columns]
refused = VisitRequest(
    number="KAIKU0002", offer_id=POOL.id, tickets=TicketsRequest(holder=0, volunteers=1)
)
try:
    services.recording.record(refused)
except RefusedError as error:
    assert error.verdict.missing == "holder"
else:
    raise AssertionError("volunteers came without the holder")
fixture.close()
print("all there")
"""


def test_a_new_kind_is_one_line_its_words_and_a_column(tmp_path: Path) -> None:
    for folder in ("sync", "desk_app", "resources", "tests"):
        ignored = shutil.ignore_patterns("__pycache__", "old_databases", "fonts", "help", "icons")
        shutil.copytree(REPOSITORY / folder, tmp_path / folder, ignore=ignored)
    table = "    worker: int = _kind("
    _add(tmp_path / "sync/rules/tickets.py", LINE, before=table)
    words = tmp_path / "desk_app/messages/tickets.py"
    _add(words, TITLE, before='    "worker": QT_TRANSLATE_NOOP("Tickets", "Worker"),')
    _add(words, COUNTED, before='            "worker": self.tr(')
    steps = tmp_path / "desk_app/store/schema/migrations.py"
    (tmp_path / "desk_app/store/schema/9999_volunteers.sql").write_text(STEP, encoding="utf-8")
    with (tmp_path / "desk_app/store/schema/current.sql").open("a", encoding="utf-8") as current:
        current.write(STEP)  # what write_schema makes of the step for a new file
    text = steps.read_text(encoding="utf-8")
    last = re.findall(r"^    script\(\"\d{4}_\w+\.sql\"\),\n", text, flags=re.MULTILINE)[-1]
    steps.write_text(
        text.replace(last, f'{last}    script("9999_volunteers.sql"),\n'), encoding="utf-8"
    )
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "use.py", str(tmp_path / "home")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "all there\n", "")


def _add(path: Path, line: str, *, before: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(before) != 1:
        pytest.fail(f"{path.name} has {before!r} {text.count(before)} times")
    path.write_text(text.replace(before, line + before), encoding="utf-8")
