"""Checks at the end of every story that both ends agree, and that nobody had to do anything.

Desks that the register turns away are enrolled again, as it asks for; all else mends itself.
"""

from collections import Counter
from datetime import timedelta
from uuid import UUID

from desk_app.services.enrolment import token_name
from sync.cycle_report import CycleReport, Fault
from sync.errors import UnreachableError
from sync.ports import OperationState
from sync.rules.register_sum import RegisterSum
from sync.rules.visits import VisitState
from sync.server.services.desk_session import DeskSession
from tests.sync.stories.desk import StoryDesk
from tests.sync.stories.proxy import ODD_SUM
from tests.sync.stories.world import StoryVenue, World

_MOST_CYCLES = 5
_TURNED_AWAY = {"token_invalid", "desk_revoked"}


def come_to_agree(world: World) -> None:
    """Let all talk twice without faults, at every place where they have work, and compare."""
    for fixture in world.registers:
        fixture.proxy.fault = None
    for desk in world.desks:
        desk.set_right()
    _talk(world)
    _talk(world)
    for place in _places_with_work(world):
        _compare_journals(world, place, at_once=True)
    world.pass_time(timedelta(days=1))
    _talk(world)
    for desk in world.desks:
        assert desk.unseen() == set(), "it waits for more than a day, and nobody sees it"
    for fixture in world.registers:
        fixture.proxy.poisons.clear()
    for place in _places_with_work(world):
        for desk in world.desks:
            if desk.scope != place.scope and place.scope in _scopes_of(world, desk):
                world.enrol(desk, place)
        reports = _talk(world), _talk(world)
        assert [report.faults for report in reports[-1]] == [()] * len(world.desks)
        _talk(world)  # what the last of them told, the first ones receive
        _compare_feeds(world)
        _compare_journals(world, place)
        _compare_notes(world, place)
        _compare_losses(world, place)
        _compare_quotas(world, place)


def _talk(world: World) -> list[CycleReport]:
    """Each desk has one cycle; those that are turned away are enrolled again first."""
    return [_cycle(world, desk) for desk in world.desks]


def _cycle(world: World, desk: StoryDesk) -> CycleReport:
    """One cycle; another one where a machine that is busy with others has cut the line itself."""
    for _ in range(_MOST_CYCLES - 1):
        report = _try_cycle(world, desk)
        if not report.stopped and not any(_is_no_line(fault) for fault in report.faults):
            return report
    return _try_cycle(world, desk)


def _is_no_line(fault: Fault) -> bool:
    return fault.code == UnreachableError.code and not fault.aside


def _try_cycle(world: World, desk: StoryDesk) -> CycleReport:
    world.pass_time(timedelta(seconds=1))
    report = desk.cycle()
    if report is None or report.refused is not None or _is_turned_away(report):
        world.enrol(desk, world.place_of(desk))
        report = desk.cycle()
    assert report is not None
    return report


def _is_turned_away(report: CycleReport) -> bool:
    return any(fault.code in _TURNED_AWAY for fault in report.faults)


def _scopes_of(world: World, desk: StoryDesk) -> set[tuple[bytes, str]]:
    return {
        world.acknowledged_visits[each].scope
        for each in desk.journal()
        if each in world.acknowledged_visits
    }


def _places_with_work(world: World) -> list[StoryVenue]:
    """Every place of a visit, the ones where desks are now first."""
    now = {desk.scope for desk in world.desks}
    wanted = now.union(each.scope for each in world.acknowledged_visits.values())
    found = [place for place in world.places if place.scope in wanted]
    return sorted(found, key=lambda place: place.scope not in now)


def _compare_feeds(world: World) -> None:
    """Every desk's cards, offers and visits are the register's."""
    for desk in world.desks:
        place = world.place_of(desk)
        central = place.fixture.register.central
        assert desk.received_visits() == place.fixture.visits(place.venue.id)
        page = DeskSession(central, _token(desk)).offers(None)
        assert desk.received_offers() == {offer.id for offer in page.offers}
        changes = DeskSession(central, _token(desk)).changes(page_revision(desk))
        whole = RegisterSum.from_hex(changes.count, changes.checksum)
        status = desk.app.register.status()
        assert status is not None
        assert status.sum == (whole + ODD_SUM if place.fixture.proxy.odd else whole)


def _token(desk: StoryDesk) -> str:
    record = desk.app.desk.record()
    assert record is not None
    token = desk.app.connector._secrets.get(token_name(record.desk_id))
    assert token is not None
    return token


def page_revision(desk: StoryDesk) -> int:
    status = desk.app.register.status()
    assert status is not None
    return status.revision


def _compare_journals(world: World, place: StoryVenue, *, at_once: bool = False) -> None:
    """The register holds each visit once, with its right state, or it is in somebody's inbox.

    ``at_once`` it may also wait still, as what is poisoned does, or be known at a desk that is
    elsewhere now.
    """
    held = Counter(
        visit.id
        for fixture in world.registers
        for visit in fixture.all_visits()
        if visit.id in world.acknowledged_visits
    )
    assert max(held.values(), default=1) == 1
    at_place = place.fixture.visits(place.venue.id)
    here = [desk for desk in world.desks if desk.scope == place.scope]
    in_sight = set().union(*(desk.inbox() for desk in world.desks))
    withdrawn = {
        visit_id
        for desk in world.desks
        for visit_id, (state, _) in desk.states().items()
        if state is OperationState.WITHDRAWN
    }
    if at_once:
        in_sight = in_sight.union(
            *(
                desk.unsent_visits() if desk in here else desk.journal() | desk.unsent_visits()
                for desk in world.desks
            )
        )
    for visit_id, each in world.acknowledged_visits.items():
        if each.scope != place.scope:
            assert visit_id not in at_place, "it was recorded for another venue"
        elif visit_id in at_place:
            if each.voided is not None and visit_id not in in_sight:
                assert (at_place[visit_id] is VisitState.VOIDED) == each.voided
        else:
            assert each.lost or visit_id in in_sight | withdrawn, "nobody has it"
    for desk in here:
        carried = desk.carried()  # whose voids are the other desk's
        for visit_id, (state, voided) in desk.states().items():
            known = world.acknowledged_visits.get(visit_id)
            if known is None or known.scope != place.scope or state is not OperationState.ACCEPTED:
                continue
            assert visit_id in at_place, "the desk believes that the register has it"
            is_voided = at_place[visit_id] is VisitState.VOIDED
            assert voided == is_voided or visit_id in in_sight | carried


def _compare_notes(world: World, place: StoryVenue) -> None:
    """The register holds each note once that a desk believes it to have."""
    held = place.fixture.notes(place.venue.id)
    assert max(held.values(), default=1) == 1
    for desk in world.desks:
        if desk.scope == place.scope:
            assert desk.notes() <= held.keys(), "the desk believes that Kaikukeskus has it"


def _compare_losses(world: World, place: StoryVenue) -> None:
    """What was lost is known to be, and nothing is called lost that is here or at the register."""
    at_place = place.fixture.visits(place.venue.id)
    for desk in world.desks:
        if desk.scope == place.scope:
            here = {_prefix(each) for each in desk.journal() | at_place.keys()}
            assert not desk.lost() & here, "it is no loss"
    lost = {_prefix(each) for each in world.gone if world.acknowledged_visits[each].lost}
    assert lost <= set[str]().union(*(desk.lost() for desk in world.desks)), "nobody says so"


def _compare_quotas(world: World, place: StoryVenue) -> None:
    """Where all was sent, the quota's own count is the whole of it."""
    for desk in world.desks:
        if desk.scope == place.scope and not desk.unsent():
            for offer in place.offers:
                assert desk.queued_tickets(offer.id) == 0, "its offers count it already"


def _prefix(visit_id: UUID) -> str:
    return visit_id.hex[:16]
