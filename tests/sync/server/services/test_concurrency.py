"""Many desks at once: exactly once, never over the quota, no revision out of order."""

from concurrent.futures import ThreadPoolExecutor

from tests.helpers.samples import a_card, a_void
from tests.sync.server.register_fixture import RegisterFixture, with_quota

DESKS = 6


def test_the_same_batch_from_many_desks_counts_once(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(1000))
    visits = [fixture.visit(offer) for _ in range(20)]
    desks = [fixture.new_desk(name=f"Luukku {number}") for number in range(DESKS)]
    with ThreadPoolExecutor(DESKS) as pool:
        answers = list(pool.map(lambda desk: fixture.send(*visits, desk=desk), desks))
    outcomes = [list(of_one) for of_one in zip(*answers, strict=True)]
    assert all(sorted(of_one) == ["accepted"] + ["duplicate"] * 5 for of_one in outcomes)
    assert fixture.used(offer) == len(fixture.states()) == 20


def test_a_quota_holds_however_many_desks_record_at_once(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(25))
    desks = [fixture.new_desk(name=f"Luukku {number}") for number in range(DESKS)]

    def hand_out(number: int) -> list[str]:
        return fixture.send(*[fixture.visit(offer) for _ in range(10)], desk=desks[number])

    with ThreadPoolExecutor(DESKS) as pool:
        answers = [outcome for batch in pool.map(hand_out, range(DESKS)) for outcome in batch]
    assert answers.count("accepted") == 25
    assert answers.count("rejected quota_exceeded") == 35
    assert fixture.used(offer) == 25


def test_voids_and_visits_at_once_leave_the_count_right(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(1000))
    visits = [fixture.visit(offer) for _ in range(30)]
    operations = [[visit] for visit in visits] + [[a_void(visit.id)] for visit in visits[:10]]
    with ThreadPoolExecutor(DESKS) as pool:
        answers = list(pool.map(lambda batch: fixture.send(*batch), operations))
    assert answers == [["accepted"]] * 40
    assert fixture.used(offer) == 20
    assert sorted(fixture.states().values()) == ["accepted"] * 20 + ["voided"] * 10


def test_revisions_follow_each_other_without_a_gap(fixture: RegisterFixture) -> None:
    with ThreadPoolExecutor(DESKS) as pool:
        list(
            pool.map(
                lambda number: fixture.central.change_cards(
                    [a_card(f"C{number}X{place}") for place in range(10)]
                ),
                range(DESKS),
            )
        )
    page = fixture.desk.changes(0)
    assert page.revision == page.count == 1 + DESKS * 10
