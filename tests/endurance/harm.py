"""Files that come to harm in every way and combination that luck finds: is everything there?

``python -m tests.endurance.harm --rounds 1000`` copies a desk's home, as it was closed or as a
killed program left it, harms some of its files (at rest, or under a program that goes on), starts
the program, and looks: every operation that was acknowledged is there once, with its content, in
database and log, and nobody else's is. Where database and log came to harm together something may
be lost; then the start says so. With ``--together`` whole files are harmed at once, any of
database, write-ahead log and operation log, or the number of the last record and one of them: what
is lost is counted then. The report is JSON; the exit status is 1 unless all of that holds.
"""

import argparse
import json
import logging
import secrets
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

from desk_app.services.errors import StoreError
from desk_app.services.recovery import Recovery
from desk_app.store.opening import Opened
from desk_app.store.operation_log.last_record import last_record_path
from desk_app.store.operation_log.reading import read_log
from desk_app.store.operation_log.segments import log_folder, segments
from desk_app.store.recovery.backups import Backups
from desk_app.store.visits.journal import StoredJournal
from sync.rules.visits import Visit
from tests.endurance.steps import start_store, try_record
from tests.helpers.samples import MOMENT, a_visit, a_void, an_own_offer

_PAGE = 4096
_PARTS = 3
_VISITS = 12
_MOST_HARMS = 3


@dataclass(frozen=True)
class Known:
    """What was acknowledged: visits with their content, and all ids of operations."""

    visits: Mapping[UUID, Visit]
    operations: frozenset[UUID]


@dataclass(frozen=True)
class Template:
    """A home as it was ``closed``, left ``open``, and ``earlier``; and ``another`` desk's.

    A copy of the earlier one went on by itself, and recorded a ``branch``.
    """

    folder: Path
    key: str
    known: Known
    branch: frozenset[UUID]


def make_template(folder: Path) -> Template:
    """A desk with a log of several files, copies, and something of every kind."""
    key, visits, others = secrets.token_hex(32), dict[UUID, Visit](), set[UUID]()
    path = folder / "home" / "desk.db"
    opened = start_store(path, key)
    journal = StoredJournal(opened.database)
    for part in range(_PARTS):
        if part == 1:
            opened.database.close()
            shutil.copytree(path.parent, folder / "earlier")
            opened = start_store(path, key)
            journal = StoredJournal(opened.database)
        own = an_own_offer()
        journal.add_offer(own)
        others.add(own.id)
        for number in range(_VISITS):
            visit = a_visit()
            journal.record(visit)
            visits[visit.id] = visit
            if number % 4 == 0:
                void = a_void(visit.id)
                journal.void(void)
                others.add(void.id)
        Backups(path).make(opened.database, key, MOMENT.replace(minute=part))
        opened.log.begin_file()
    shutil.copytree(path.parent, folder / "open")
    opened.database.close()
    shutil.copytree(path.parent, folder / "closed")
    stranger = start_store(folder / "another" / "desk.db", secrets.token_hex(32))
    for _ in range(_VISITS):
        StoredJournal(stranger.database).record(a_visit())
    stranger.database.close()
    shutil.copytree(folder / "earlier", folder / "branch")
    opened = start_store(folder / "branch" / "desk.db", key)
    branch = [a_visit() for _ in range(_VISITS)]
    for visit in branch:
        StoredJournal(opened.database).record(visit)
    opened.database.close()
    known = Known(visits, frozenset({*visits, *others}))
    return Template(folder, key, known, frozenset(visit.id for visit in branch))


def files_of(home: Path, group: str) -> Sequence[Path]:
    """The files of a home by what they hold."""
    path = home / "desk.db"
    if group == "log":
        return [segment.path for segment in segments(log_folder(path))]
    if group == "copies":
        return sorted((home / "backups").glob("*.db"))
    there = [path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm")]
    return [file for file in there if file.is_file()]


def write_at(file: Path, at: int, content: bytes) -> None:
    """Write under a program that may have the file open."""
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(content)


def _place(file: Path, chance: Random) -> int:
    size = file.stat().st_size
    if chance.random() < 0.5:
        return chance.randrange(max(1, size // _PAGE)) * _PAGE
    return chance.randrange(max(1, size - _PAGE))


def _noise(file: Path, chance: Random, _: Sequence[Path]) -> None:
    write_at(file, _place(file, chance), chance.randbytes(_PAGE))


def _zeros(file: Path, chance: Random, _: Sequence[Path]) -> None:
    write_at(file, _place(file, chance), bytes(_PAGE))


def _bit(file: Path, chance: Random, _: Sequence[Path]) -> None:
    at = chance.randrange(file.stat().st_size)
    write_at(file, at, bytes([file.read_bytes()[at] ^ 1 << chance.randrange(8)]))


def _swapped(file: Path, chance: Random, _: Sequence[Path]) -> None:
    content, one, other = file.read_bytes(), _place(file, chance), _place(file, chance)
    write_at(file, one, content[other : other + _PAGE])
    write_at(file, other, content[one : one + _PAGE])


def _cut(file: Path, chance: Random, _: Sequence[Path]) -> None:
    with file.open("r+b") as opened:
        opened.truncate(chance.randrange(file.stat().st_size))


def _doubled(file: Path, chance: Random, _: Sequence[Path]) -> None:
    tail = file.read_bytes()[-_PAGE * chance.randint(1, 4) :]
    with file.open("ab") as opened:
        opened.write(tail)


def _old_page(file: Path, chance: Random, older: Sequence[Path]) -> None:
    for each in older:
        if each.name == file.name:
            at = chance.randrange(max(1, each.stat().st_size // _PAGE)) * _PAGE
            write_at(file, at, each.read_bytes()[at : at + _PAGE])


def _replaced(file: Path, chance: Random, older: Sequence[Path]) -> None:
    if older:
        write_at(file, 0, chance.choice(older).read_bytes())


def _put_in(file: Path, chance: Random, older: Sequence[Path]) -> None:
    if older:
        file.write_bytes(chance.choice(older).read_bytes())


def _exchanged(file: Path, chance: Random, older: Sequence[Path]) -> None:
    if older:
        fresh = file.with_name("exchanged")
        fresh.write_bytes(chance.choice(older).read_bytes())
        fresh.replace(file)


def _added(file: Path, chance: Random, older: Sequence[Path]) -> None:
    if file.suffix == ".oplog" and older:
        name = f"{chance.randrange(12):06}-2026{chance.randint(1, 12):02}01.oplog"
        file.with_name(name).write_bytes(chance.choice(older).read_bytes())


def _emptied(file: Path, _: Random, __: Sequence[Path]) -> None:
    file.write_bytes(b"")


def _removed(file: Path, _: Random, __: Sequence[Path]) -> None:
    file.unlink()


HARMS: Mapping[str, Callable[[Path, Random, Sequence[Path]], None]] = {
    "4 KiB of noise": _noise,
    "4 KiB of zeros": _zeros,
    "a bit": _bit,
    "pages swapped": _swapped,
    "cut off": _cut,
    "its end doubled": _doubled,
    "an old page": _old_page,
    "overwritten by an old or another desk's": _replaced,
    "replaced in place by an old or another desk's": _put_in,
    "exchanged for an old or another desk's": _exchanged,
    "beside it an old, another branch's or another desk's": _added,
    "emptied": _emptied,
    "removed": _removed,
}
_SHORTER = {"cut off", "emptied", "replaced in place by an old or another desk's"}
GROUPS = (("database",), ("log",), ("database", "copies"), ("log", "copies"), ("database", "log"))


def _harm(home: Path, template: Template, groups: Sequence[str], chance: Random) -> list[str]:
    """Do some of it; what was done."""
    done = []
    for group in groups:
        for _ in range(chance.randint(1, _MOST_HARMS)):
            files = [file for file in files_of(home, group) if file.stat().st_size]
            if not files:
                continue
            file, name = chance.choice(files), chance.choice([*HARMS])
            if file.suffix == ".db-shm" and name in _SHORTER:
                continue  # the system kills who has it open, as any program is killed
            others = [
                each
                for folder in ("earlier", "branch", "another")
                for each in files_of(template.folder / folder, group)
            ]
            HARMS[name](file, chance, others)
            done.append(f"{file.name}: {name}")
    return done


def _harm_together(home: Path, template: Template, chance: Random) -> list[str]:
    """Harm several files as a whole at once, and take the newest copies; what was done."""
    copies = files_of(home, "copies")
    for copy in chance.choice([copies[-1:], copies[1:], copies]):
        copy.unlink()
    files = [*files_of(home, "database"), *files_of(home, "log")]
    chosen = chance.sample(files, chance.randint(2, len(files)))
    if chance.random() < 0.3:
        chosen = [last_record_path(home / "desk.db"), chosen[0]]
    done = [f"{len(files_of(home, 'copies'))} copies left"]
    for file in chosen:
        name = chance.choice(["removed", "emptied", "zeroed", "cut off", "put back"])
        earlier = template.folder / "earlier" / file.relative_to(home)
        if name == "zeroed":
            write_at(file, 0, bytes(file.stat().st_size))
        elif name == "put back" and earlier.exists():
            shutil.copyfile(earlier, file)
        elif name == "put back" or not file.stat().st_size:
            file.unlink()
        else:
            HARMS[name](file, chance, ())
        done.append(f"{file.name}: {name}")
    return done


def _found(opened: Opened, path: Path, key: str) -> tuple[Mapping[UUID, Visit], set[UUID], int]:
    """The visits, the ids of all operations, and how many are in one of both alone."""
    entries = StoredJournal(opened.database).latest(1_000_000)
    with opened.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM operations").all()
    ids = {UUID(row[0]) for row in rows}
    apart = len(ids ^ set(read_log(log_folder(path), key).operations)) + len(rows) - len(ids)
    visits = {entry.visit.id: entry.visit for entry in entries if isinstance(entry.visit, Visit)}
    return visits, ids, apart


def try_together(template: Template, seed: int, scratch: Path) -> list[str]:
    """One copy, whole files of it harmed at once, and what is wrong afterwards."""
    chance = Random(seed)
    home = scratch / f"home-{seed}"
    shutil.copytree(template.folder / chance.choice(["closed", "open"]), home)
    done = _harm_together(home, template, chance)
    faults = list[str]()
    try:
        opened = start_store(home / "desk.db", template.key)
        _, ids, apart = _found(opened, home / "desk.db", template.key)
        lost = len(template.known.operations - ids)
        reported = opened.recovery or Recovery(at=MOMENT)
        if lost and reported.is_complete:
            faults.append(f"{lost} lost, and not a word")
        if reported.knows_all and reported.lost != lost:
            faults.append(f"{lost} lost, {reported.lost} said to be")
        if reported.lost and reported.lost_until is None:
            faults.append("lost until when?")
        if ids - template.known.operations or apart:
            faults.append(f"{ids - template.known.operations}, {apart} in one alone")
        opened.database.close()
        again = start_store(home / "desk.db", template.key)
        if again.recovery is not None:
            faults.append("recovered twice")
        again.database.close()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        faults.append(repr(error))
    shutil.rmtree(home)
    return [f"{seed} {done}: {fault}" for fault in faults]


def try_round(template: Template, seed: int, scratch: Path) -> list[str]:
    """One copy, its harm, and what is wrong afterwards; nothing, if all is well."""
    chance = Random(seed)
    state = chance.choice(["closed", "open", "at work"])
    groups = chance.choice(GROUPS)
    home, key = scratch / f"home-{seed}", template.key
    shutil.copytree(template.folder / ("closed" if state == "at work" else state), home)
    path = home / "desk.db"
    known, operations = dict(template.known.visits), set(template.known.operations)
    faults, done = list[str](), list[str]()
    try:
        if state == "at work":
            opened = start_store(path, key)
            more = [a_visit() for _ in range(8)]
            taken = [visit for visit in more[:3] if try_record(opened, visit, StoreError)]
            done = _harm(home, template, groups, chance)
            taken += [visit for visit in more[3:] if try_record(opened, visit, StoreError)]
            opened.database.close()
            known |= {visit.id: visit for visit in taken}
            operations |= known.keys()
        else:
            more = []
            done = _harm(home, template, groups, chance)
        opened = start_store(path, key)
        visits, ids, apart = _found(opened, path, key)
        recovery = opened.recovery
        reported = recovery is not None and not recovery.is_complete
        may_lose = set(groups) >= {"database", "log"}
        if not (operations <= ids) and not (may_lose and reported):
            faults.append(f"{len(operations - ids)} lost")
        allowed = operations | template.branch
        allowed |= {visit.id for visit in more}
        if ids - allowed:
            faults.append(f"{len(ids - allowed)} that nobody recorded")
        if any(visits[key] != known[key] for key in visits.keys() & known.keys()):
            faults.append("other content")
        if apart:
            faults.append(f"{apart} in one alone")
        last = a_visit()
        if not try_record(opened, last, StoreError):
            faults.append("nothing can be recorded")
        opened.database.close()
        again = start_store(path, key)
        if again.recovery is not None:
            faults.append("recovered twice")
        if last.id not in _found(again, path, key)[1]:
            faults.append("the next is lost")
        again.database.close()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        faults.append(repr(error))
    shutil.rmtree(home)
    return [f"{seed} {state} {done}: {fault}" for fault in faults]


def try_all(
    rounds: int,
    folder: Path,
    seed: int,
    attempt: Callable[[Template, int, Path], list[str]] = try_round,
) -> tuple[Counter[str], list[str]]:
    """So many rounds; how many of each kind, and what was wrong."""
    template = make_template(folder)
    tried, wrong = Counter[str](), list[str]()
    for number in range(seed, seed + rounds):
        faults = attempt(template, number, folder)
        wrong += faults
        tried["rounds"] += 1
        sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return tried, wrong


def main() -> int:
    """Read how many, try them, say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.harm", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--together", action="store_true", help="harm whole files at once")
    typed = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        attempt = try_together if typed.together else try_round
        tried, wrong = try_all(typed.rounds, Path(folder), typed.seed, attempt)
    sys.stdout.write(json.dumps({**tried, "wrong": wrong}, indent=2, ensure_ascii=False) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
