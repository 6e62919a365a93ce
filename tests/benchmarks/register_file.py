"""The register by file, beside reading the same cards into the same store without one."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from sync.ports import RegisterProof
from sync.rules.cards import Card
from sync.rules.register_sum import RegisterSum
from sync.server.keys.signing import Signer, new_key
from tests.helpers.desk_fixture import FAMILY, NOW, DeskFixture

Figures = dict[str, Any]

_PASSPHRASE = "kesällä satoi kolme viikkoa"
_PAGE = 5_000
_SIGNED = f"{NOW - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"


def measure(folder: Path, *, cards: int) -> Figures:
    """Seconds to write and to take in a file, as ratios to a plain load too; and the memory."""
    signer = Signer(new_key())
    desks = []
    for name in ("writer", "reader"):
        (folder / name).mkdir()
        desk = DeskFixture(folder / name)
        desk.enrol(register_key=b64decode(signer.public_key))
        desks.append(desk)
    writer, reader = desks
    file = folder / "register.kaiku"
    plain = _seconds(lambda: _load(writer, signer, cards))
    transfer = {desk: desk.services.register_transfer for desk in desks}
    before = _peak_mb()
    out = _seconds(lambda: transfer[writer].carry_out(file, _PASSPHRASE))
    taken = _seconds(lambda: transfer[reader].carry_in(file, _PASSPHRASE))
    grown = _peak_mb() - before
    for desk in desks:
        desk.close()
    return {
        "cards": {"count": cards, "file_mb": round(file.stat().st_size / 1e6, 1)},
        "plain_load": {"seconds": round(plain, 2)},
        "carry_out": {"seconds": round(out, 2), "of_plain_load": round(out / plain, 2)},
        "carry_in": {"seconds": round(taken, 2), "of_plain_load": round(taken / plain, 2)},
        "memory": {"grown_mb": round(grown, 1)},
    }


def _load(desk: DeskFixture, signer: Signer, count: int) -> None:
    total = RegisterSum()
    desk.register.begin_load(1)
    for start in range(0, count, _PAGE):
        page = [_card(number) for number in range(start, min(start + _PAGE, count))]
        for card in page:
            total = total.plus(card)
        desk.register.add_page(page, after=None, last=True)
    proof = RegisterProof(_SIGNED, signer.sign_at(1, total, _SIGNED))
    desk.register.adopt(revision=1, expected=total, verified_at=NOW, proof=proof)


def _card(number: int) -> Card:
    return replace(FAMILY, number=f"KAIKU{number:08}")


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _peak_mb() -> float:
    import resource  # noqa: PLC0415 - Windows has none

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
