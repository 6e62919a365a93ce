"""Many desks at once: exactly once, never over the quota, no revision out of order."""

import asyncio
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from sync.errors import DeskRefusedError, RequestRefusedError
from sync.protocol import dump_operation
from sync.rules.visits import Operation
from sync.server.batches import Handed
from sync.server.counter import Counter
from sync.server.results import Result
from tests.helpers.samples import a_card, a_void
from tests.sync.server.houses import ELSEWHERE, House, told, with_quota

DESKS = 6


def test_the_same_batch_from_many_desks_counts_once(house: House) -> None:
    offer = house.with_offer(with_quota(1000))
    visits = [house.visit(offer) for _ in range(20)]
    desks = [house.new_desk(name=f"Luukku {number}") for number in range(DESKS)]
    with ThreadPoolExecutor(DESKS) as pool:
        answers = list(pool.map(lambda desk: house.send(*visits, desk=desk), desks))
    outcomes = [list(of_one) for of_one in zip(*answers, strict=True)]
    assert all(sorted(of_one) == ["accepted"] + ["duplicate"] * 5 for of_one in outcomes)
    assert house.used(offer) == len(house.states()) == 20


def test_a_quota_holds_however_many_desks_sell_at_once(house: House) -> None:
    offer = house.with_offer(with_quota(25))
    desks = [house.new_desk(name=f"Luukku {number}") for number in range(DESKS)]

    def sell(number: int) -> list[str]:
        return house.send(*[house.visit(offer) for _ in range(10)], desk=desks[number])

    with ThreadPoolExecutor(DESKS) as pool:
        answers = [outcome for batch in pool.map(sell, range(DESKS)) for outcome in batch]
    assert answers.count("accepted") == 25
    assert answers.count("rejected quota_exceeded") == 35
    assert house.used(offer) == 25


def test_voids_and_visits_at_once_leave_the_count_right(house: House) -> None:
    offer = house.with_offer(with_quota(1000))
    visits = [house.visit(offer) for _ in range(30)]
    operations = [[visit] for visit in visits] + [[a_void(visit.id)] for visit in visits[:10]]
    with ThreadPoolExecutor(DESKS) as pool:
        answers = list(pool.map(lambda batch: house.send(*batch), operations))
    assert answers == [["accepted"]] * 40
    assert house.used(offer) == 20
    assert sorted(house.states().values()) == ["accepted"] * 20 + ["voided"] * 10


def test_revisions_follow_each_other_without_a_gap(house: House) -> None:
    with ThreadPoolExecutor(DESKS) as pool:
        list(
            pool.map(
                lambda number: house.authority.change_cards(
                    [a_card(f"C{number}X{place}") for place in range(10)]
                ),
                range(DESKS),
            )
        )
    page = house.desk.changes(0)
    assert page.revision == page.count == 1 + DESKS * 10


def test_batches_that_wait_together_are_each_answered(house: House) -> None:
    """A wrong token, a body that is no batch, a desk of another venue: each hears its own."""
    visits = [house.visit() for _ in range(3)]
    here, elsewhere = house.new_token(), house.new_token(ELSEWHERE)
    first, wrong, broken, second, foreign = house.authority.serve(
        [
            Handed(here, body(visits[0])),
            Handed("nonsense", body(visits[1])),
            Handed(here, b"{"),
            Handed(house.new_token(name="Luukku 2"), body(visits[0], visits[1])),
            Handed(elsewhere, body(visits[2])),
        ]
    )
    assert isinstance(wrong, DeskRefusedError)
    assert isinstance(broken, RequestRefusedError)
    assert heard(first) == ["accepted"]
    assert heard(second) == ["duplicate", "accepted"]
    assert heard(foreign) == ["retry offer_unknown"]


def test_a_fault_in_one_batch_takes_no_other_down(
    house: House, expected_log: Callable[[str], None]
) -> None:
    expected_log("served one by one")
    token = house.new_token()

    def serve(handed: Sequence[Handed]) -> list[list[Result] | Exception]:
        if any(batch.body == b"bug" for batch in handed):
            raise RuntimeError("a fault of our own")
        return house.authority.serve(handed)

    async def hand_in() -> list[object]:
        counter = Counter(serve)
        bodies = [body(house.visit()), b"bug", body(house.visit())]
        return await asyncio.gather(
            *(counter.ask(Handed(token, each)) for each in bodies), return_exceptions=True
        )

    first, bug, third = asyncio.run(hand_in())
    assert isinstance(bug, RuntimeError)
    assert heard(first) == heard(third) == ["accepted"]
    assert len(house.states()) == 2


def body(*operations: Operation) -> bytes:
    return json.dumps({"operations": [dump_operation(one) for one in operations]}).encode()


def heard(answer: object) -> list[str]:
    assert isinstance(answer, list)
    return [told(result) for result in answer]
