"""A register comes from a neighbour in pieces: within bounds, and on from where it was cut off."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self
from uuid import UUID

import pytest

from sync.lan.addresses import LanAddress
from sync.lan.exchange import Neighbour, NeighbourStatus
from sync.lan.neighbour_client import NeighbourClient, NothingYetError, SilentNeighbourError
from sync.lan.news import NewerPart, RegisterPiece, RegisterVersion
from sync.lan.register_fetch import RegisterFetch

CONTENT = bytes(range(250)) * 4
SENT = RegisterVersion(
    revision=7, count=6, checksum="0" * 64, signed_at="2026-11-29T10:00:00Z", signature="x"
)
PIECE = 300


class Giver:
    """A neighbour at the Protocol ``sync.lan.register_fetch.Source``."""

    def __init__(self) -> None:
        self.neighbour = Neighbour(UUID(int=1), "Luukku 1", b"")
        self.address: LanAddress | None = LanAddress("127.0.0.1", 1)
        self.version: RegisterVersion | None = SENT
        self.file, self.content, self.size = "a", CONTENT, len(CONTENT)
        self.cut_after: int | None = None
        self.asked: list[int] = []

    def status(self) -> NeighbourStatus:
        return NeighbourStatus(
            UUID(int=1), "Luukku 1", in_reach=True, address="there", register=self.version
        )

    def client(self, address: LanAddress) -> NeighbourClient:
        del address
        return self  # type: ignore[return-value]  # it answers what is asked here

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def register_piece(self, start: int) -> RegisterPiece:
        self.asked.append(start)
        if self.cut_after is not None and start >= self.cut_after:
            raise SilentNeighbourError("cut off")
        if start >= len(self.content):
            raise NothingYetError("not ready")
        data = self.content[start : start + PIECE]
        return RegisterPiece(data, self.file, self.size, f"word {self.file}", SENT.signed_at)


@dataclass
class FakeImport:
    """The desk's side at the Protocol ``sync.lan.ports.RegisterImport``."""

    file: Path
    part: NewerPart = NewerPart.CARDS
    newer: bool = True
    good: bool = True
    came: list[tuple[str, bytes]] = field(default_factory=list)
    signatures: list[RegisterVersion] = field(default_factory=list)

    def newer_part(self, version: RegisterVersion) -> NewerPart:
        del version
        return self.part

    def is_newer(self, signed_at: str) -> bool:
        del signed_at
        return self.newer

    def apply_signature(self, version: RegisterVersion) -> None:
        self.signatures.append(version)

    def import_file(self, passphrase: str) -> bool:
        self.came.append((passphrase, self.file.read_bytes()))
        self.file.unlink()
        return self.good

    def stop(self) -> None:
        """Nothing runs."""


class Steady:
    """Seconds, as a test has them pass."""

    def __init__(self) -> None:
        self.now, self.step = 0.0, 0.1

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def imported(tmp_path: Path) -> FakeImport:
    return FakeImport(tmp_path / "in.kaiku")


@pytest.fixture
def giver() -> Giver:
    return Giver()


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture
def fetch(imported: FakeImport, giver: Giver, steady: Steady) -> RegisterFetch:
    return RegisterFetch(imported, lambda: [giver], lambda: None, steady)


def test_a_file_comes_in_pieces(fetch: RegisterFetch, giver: Giver, imported: FakeImport) -> None:
    fetch.fetch_newest()

    assert imported.came == [("word a", CONTENT)]
    assert giver.asked == [0, 300, 600, 900]


def test_a_file_that_was_cut_off_goes_on_where_it_was(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport
) -> None:
    giver.cut_after = 600
    fetch.fetch_newest()
    assert imported.came == []

    giver.cut_after, giver.asked = None, []
    fetch.fetch_newest()

    assert imported.came == [("word a", CONTENT)]
    assert giver.asked == [600, 900]


def test_another_file_is_begun_from_its_start(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport
) -> None:
    giver.cut_after = 600
    fetch.fetch_newest()
    giver.cut_after, giver.file, giver.content = None, "b", CONTENT[::-1]

    fetch.fetch_newest()

    assert imported.came == [("word b", CONTENT[::-1])]


def test_while_the_file_is_being_made_it_is_asked_for_again_now_and_then(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport, steady: Steady
) -> None:
    giver.content = b""
    for _ in range(3):
        fetch.fetch_newest()
    asked = [*giver.asked]
    giver.content = CONTENT
    steady.now += 10

    fetch.fetch_newest()

    assert asked == [0]  # each time is a handshake
    assert imported.came == [("word a", CONTENT)]


def test_a_file_that_is_longer_than_the_cards_can_be_is_not_fetched(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport
) -> None:
    giver.size = 1 << 30
    fetch.fetch_newest()

    assert giver.asked == [0]
    assert imported.came == []


def test_no_more_is_taken_than_was_told(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport
) -> None:
    giver.size = 350
    fetch.fetch_newest()

    assert imported.came == [("word a", CONTENT[:350])]


def test_a_file_that_ends_early_is_given_up(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport
) -> None:
    giver.size = len(CONTENT) + 1
    fetch.fetch_newest()

    assert imported.came == []
    assert fetch.fetching() is None


def test_a_file_that_comes_too_slowly_is_given_up(
    fetch: RegisterFetch, imported: FakeImport, steady: Steady
) -> None:
    steady.step = 100.0
    fetch.fetch_newest()

    assert imported.came == []
    assert fetch.fetching() is None


def test_a_desk_that_was_away_meanwhile_is_not_slow(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport, steady: Steady
) -> None:
    giver.cut_after = 600
    fetch.fetch_newest()
    giver.cut_after = None
    steady.now += 3_600

    fetch.fetch_newest()

    assert imported.came == [("word a", CONTENT)]


def test_a_neighbour_that_hands_on_rubbish_keeps_no_other_from_being_asked(
    imported: FakeImport, steady: Steady
) -> None:
    bad, good = Giver(), Giver()
    bad.version = replace(SENT, signed_at="2026-11-30T10:00:00Z")
    good.neighbour = Neighbour(UUID(int=2), "Luukku 2", b"")
    good.file, imported.good = "b", False
    fetch = RegisterFetch(imported, lambda: [bad, good], lambda: None, steady)
    fetch.fetch_newest()
    assert [word for word, _ in imported.came] == ["word a", "word b"]
    imported.good, bad.file, good.file, steady.now = True, "c", "d", steady.now + 3_600
    bad.content = b""

    fetch.fetch_newest()

    assert imported.came[-1] == ("word d", CONTENT)


def test_a_smaller_file_in_place_of_one_that_was_cut_off_is_fetched_from_its_start(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport
) -> None:
    giver.cut_after = 900
    fetch.fetch_newest()  # nine tenths are here
    giver.cut_after, giver.file = None, "b"
    giver.content, giver.size = CONTENT[:600], 600

    fetch.fetch_newest()
    fetch.fetch_newest()

    assert imported.came == [("word b", CONTENT[:600])]


def test_what_was_no_register_is_not_fetched_a_second_time(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport, steady: Steady
) -> None:
    imported.good = False
    fetch.fetch_newest()
    steady.now += 3_600
    giver.asked = []

    fetch.fetch_newest()

    assert giver.asked == [0]
    assert len(imported.came) == 1


def test_after_a_register_that_took_long_a_desk_rests(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport, steady: Steady
) -> None:
    steady.step = 10.0
    fetch.fetch_newest()
    giver.file, giver.asked = "b", []

    fetch.fetch_newest()

    assert giver.asked == []
    assert len(imported.came) == 1


def test_a_signature_is_taken_without_any_file(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport
) -> None:
    imported.part = NewerPart.SIGNATURE
    fetch.fetch_newest()

    assert imported.signatures == [SENT]
    assert giver.asked == []


def test_nothing_is_asked_of_a_neighbour_that_has_nothing_newer(
    fetch: RegisterFetch, giver: Giver, imported: FakeImport
) -> None:
    imported.part = NewerPart.NOTHING
    fetch.fetch_newest()
    giver.version = None
    fetch.fetch_newest()

    assert giver.asked == []


def test_the_newest_of_several_is_taken(imported: FakeImport, steady: Steady) -> None:
    older, newer = Giver(), Giver()
    newer.version, newer.file = replace(SENT, signed_at="2026-11-30T10:00:00Z"), "b"

    RegisterFetch(imported, lambda: [older, newer], lambda: None, steady).fetch_newest()

    assert imported.came == [("word b", CONTENT)]
