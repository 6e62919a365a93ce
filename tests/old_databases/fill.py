"""Makes a database as a version of the program left it: ``fill.py CHECKOUT OUT``.

It works through the two command lines alone, whose words are a contract, so that it can drive the
code of any version. ``OUT`` gets ``schema-N.db``, encrypted with ``KEY``, and ``schema-N.json``
with what has to be found in it.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlcipher3 import dbapi2 as sqlcipher

KEY = "5c" * 32
"""For these files alone; nothing about anybody is in them."""

MUSEUM, CONCERT, COURSE = (str(UUID(int=number)) for number in (1, 2, 3))
_ACTIVE = {"kind": "personal", "status": "active", "minors": 2, "area": "Espoo"}


def fill(checkout: Path, out: Path) -> None:
    """Do a bit of everything with that version's programs, and keep what came of it."""
    with tempfile.TemporaryDirectory() as folder, _Programs(checkout, Path(folder)).serving() as at:
        programs, url = at
        first = programs.desk("first", secrets={"database-key": KEY})
        other = programs.desk("other")
        for desk in (first, other):
            desk(
                "enrol",
                "--api",
                url,
                "--code",
                programs.server("activation", "--venue", "teatteri"),
            )
            desk("sync")
        expected = _work(programs, first, other)
        database = Path(folder) / "first" / "desk.db"
        bare = sqlcipher.connect(str(database))
        bare.execute(f"PRAGMA key = \"x'{KEY}'\"")
        version = bare.execute("PRAGMA user_version").fetchone()[0]
        bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        bare.close()
        out.joinpath(f"schema-{version}.db").write_bytes(database.read_bytes())
        out.joinpath(f"schema-{version}.json").write_text(
            json.dumps(expected, indent=2, sort_keys=True) + "\n", encoding="utf-8"
        )


def _work(programs: "_Programs", first: "_TypedDesk", other: "_TypedDesk") -> dict[str, Any]:
    def record(desk: "_TypedDesk", number: str, offer: str, *more: str) -> str:
        visit: str = desk("record", number, "--offer", offer, *more)["visit_id"]
        return visit

    accepted = record(first, "KAIKU0001", MUSEUM, "--children", "1", "--operator", "Vuoro 1")
    elsewhere = record(other, "KAIKU0002", MUSEUM)
    refused = record(first, "KAIKU0003", CONCERT)
    taken_back = record(first, "KAIKU0004", MUSEUM)
    own = first("add-offer", "--name", "Kylätalon ilta", "--name-sv", "Kväll i byagården")[
        "offer_id"
    ]
    programs.put({"offers": [_offer(CONCERT, "Konsertti", status="cancelled")]})
    other("sync")
    first("sync", allowed=(0, 4))
    first("void", taken_back, "--reason", "not_used")
    programs.put({"cards": [{"op": "drop", "number": "KAIKU0040"}]})
    register = first("sync", allowed=(0, 4))["register"]
    unsent = record(first, "KAIKU0005", own)
    unseen = record(first, "UUSI0001", MUSEUM, "--provisional", "--printed-valid-until", _day(30))
    on_paper = record(first, "KAIKU0006", MUSEUM, "--entry", "paper", "--recorded-at", _moment(-60))
    never_used = record(first, "KAIKU0007", MUSEUM)
    first("void", never_used, "--reason", "mistake")
    queue = first("queue", allowed=(0, 4))
    return {
        "states": {
            accepted: "accepted",
            refused: "rejected",
            taken_back: "accepted",
            unsent: "pending",
            unseen: "pending",
            on_paper: "pending",
            never_used: "pending",
        },
        "voided": sorted([taken_back, never_used]),
        "heard_of": elsewhere,
        "own_offer": own,
        "offers": sorted(offer["id"] for offer in first("offers")["offers"]),
        "pending": queue["pending"],
        "attention": {item["id"]: item["code"] for item in queue["attention"]},
        "register": {"revision": register["revision"], "count": register["count"]},
        "first_and_last_card": ["KAIKU0001", "KAIKU0039"],
    }


class _Programs:
    """The two programs of a checkout, and a folder that they work in."""

    def __init__(self, checkout: Path, folder: Path) -> None:
        self._checkout = checkout
        self._folder = folder
        self._database = f"sqlite:///{folder / 'register.db'}"

    @contextmanager
    def serving(self) -> Iterator[tuple["_Programs", str]]:
        self.put(
            {
                "venues": [{"id": "teatteri", "name": "Kaupunginteatteri", "area": "Espoo"}],
                "offers": [
                    _offer(MUSEUM, "Museo", kind="standing"),
                    _offer(CONCERT, "Konsertti", quota={"total": 40, "used": 0}),
                    _offer(
                        COURSE,
                        "Kurssi",
                        kind="course",
                        sector="education",
                        minors_allowed=False,
                        card_limit={"count": 2, "period": "calendar_year"},
                        value_cents=4000,
                        ceiling_cents=2500,
                    ),
                ],
                "cards": [_card(number) for number in range(1, 41)],
            }
        )
        command = [*self._module("sync.server"), "run", "--db", self._database, "--port", "0"]
        with subprocess.Popen(
            command, cwd=self._checkout, stdout=subprocess.PIPE, text=True
        ) as server:
            assert server.stdout is not None
            try:
                yield self, server.stdout.readline().split()[-1]
            finally:
                server.terminate()

    def put(self, files: dict[str, list[dict[str, Any]]]) -> None:
        """Import into the register."""
        options = []
        for name, lines in files.items():
            path = self._folder / f"{name}.ndjson"
            path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
            options += [f"--{name}", str(path)]
        self.server("import", *options)

    def server(self, command: str, *options: str) -> str:
        """One of the register's commands; what it said."""
        return self.run("sync.server", command, "--db", self._database, *options).stdout.strip()

    def desk(self, name: str, secrets: dict[str, str] | None = None) -> "_TypedDesk":
        """A desk of its own."""
        kept = self._folder / f"{name}.json"
        kept.touch(mode=0o600)
        kept.write_text(json.dumps(secrets or {}), encoding="utf-8")
        return _TypedDesk(self, self._folder / name, kept)

    def run(
        self, module: str, *typed: str, allowed: tuple[int, ...] = (0,)
    ) -> subprocess.CompletedProcess[str]:
        ended = subprocess.run(
            [*self._module(module), *typed],
            cwd=self._checkout,
            check=False,
            capture_output=True,
            text=True,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
        )
        if ended.returncode not in allowed:
            raise SystemExit(f"{typed}: {ended.returncode}\n{ended.stdout}\n{ended.stderr}")
        return ended

    def _module(self, name: str) -> list[str]:
        return [sys.executable, "-m", name]


class _TypedDesk:
    """Commands typed at one desk."""

    def __init__(self, programs: _Programs, home: Path, secrets: Path) -> None:
        self._programs = programs
        self._options = ["--home", str(home), "--secrets", f"file:{secrets}", "--json"]

    def __call__(self, *typed: str, allowed: tuple[int, ...] = (0,)) -> dict[str, Any]:
        ended = self._programs.run("desk_app", *self._options, *typed, allowed=allowed)
        answer: dict[str, Any] = json.loads(ended.stdout)
        return answer


def _offer(offer_id: str, name: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - the contract's fields
    return {
        "id": offer_id,
        "venue_id": "teatteri",
        "kind": "event",
        "sector": "culture",
        "name": {"fi": name},
        "status": "on_sale",
        "minors_allowed": True,
    } | more


def _card(number: int) -> dict[str, Any]:
    days = {"valid_from": _day(-30), "valid_until": _day(300)}
    return _ACTIVE | days | {"number": f"KAIKU{number:04}", "local_only": number % 10 == 0}


def _day(later: int) -> str:
    return f"{datetime.now(ZoneInfo('Europe/Helsinki')).date() + timedelta(days=later)}"


def _moment(minutes: int) -> str:
    return f"{datetime.now(UTC) + timedelta(minutes=minutes):%Y-%m-%dT%H:%M:%SZ}"


if __name__ == "__main__":
    fill(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
