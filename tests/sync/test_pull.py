from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count

from sync.errors import RegisterMismatchError, RequestRefusedError, UnreachableError
from sync.messages import CardsPage, ChangesPage, OfferFeedPage
from sync.pull import Loaded
from tests.helpers.memory_central import MemoryCentral
from tests.helpers.memory_desk import MemoryDesk
from tests.helpers.samples import MOMENT, a_card, an_offer
from tests.sync.engines import cycle, failing

LOST = UnreachableError("no answer")
REFUSED = RequestRefusedError("no place of this register", code="malformed")
LATER = MOMENT + timedelta(days=1)
NUMBERS = ["CARD1", "CARD2", "CARD3", "CARD4", "CARD5"]


def central_with_cards() -> MemoryCentral:
    central = MemoryCentral()
    central.put(*(a_card(number) for number in NUMBERS))
    return central


def verified_at(desk: MemoryDesk) -> object:
    status = desk.register.status()
    return status and status.verified_at


def test_the_first_load_takes_every_page_and_is_verified() -> None:
    desk, central = MemoryDesk(), central_with_cards()
    report = cycle(desk, central)
    assert sorted(desk.register.cards) == NUMBERS
    assert report.register is not None
    assert (report.register.revision, report.register.sum.count) == (5, 5)
    assert report.register.verified_at == MOMENT


def test_the_first_load_says_how_far_it_is() -> None:
    received: list[Loaded] = []
    cycle(MemoryDesk(), central_with_cards(), progress=received.append)
    assert received == [Loaded(2, 5), Loaded(4, 5), Loaded(5, 5)]


def test_a_register_without_cards_can_be_loaded() -> None:
    desk = MemoryDesk()
    report = cycle(desk, MemoryCentral())
    assert report.register is not None
    assert report.faults == ()


def test_a_load_that_was_cut_off_goes_on_where_it_was() -> None:
    desk, central = MemoryDesk(), central_with_cards()
    calls = iter(range(100))

    def second_page_is_lost(name: str) -> None:
        if name == "cards" and next(calls) == 1:
            raise LOST

    central.before = second_page_is_lost
    assert cycle(desk, central).register is None
    central.calls.clear()
    cycle(desk, central)
    assert central.calls.count("cards") == 2  # of three pages, the first was in
    assert sorted(desk.register.cards) == NUMBERS


def test_a_load_that_was_cut_off_begins_again_where_the_register_does_not_know_its_place(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"loaded afresh: malformed")
    desk, central = MemoryDesk(), central_with_cards()
    calls = count(1)

    def has_other_places_since(name: str) -> None:
        if name == "cards" and next(calls) in {2, 3}:
            raise LOST if central.calls.count("me") == 1 else REFUSED

    central.before = has_other_places_since
    assert cycle(desk, central).register is None
    assert cycle(desk, central).faults == ()
    assert sorted(desk.register.cards) == NUMBERS


def test_a_register_that_moves_while_its_pages_are_read_is_loaded_whole() -> None:
    desk, central = MemoryDesk(), central_with_cards()

    def moves(name: str) -> None:
        if name == "cards" and len(central.history) == 5:
            central.put(a_card("CARD0"), a_card("CARD5", minors=3))
            central.drop("CARD1")

    central.after = moves
    report = cycle(desk, central)
    assert desk.register.cards == central.at(8)
    assert report.register is not None
    assert report.register.revision == 8


def test_a_delta_brings_what_changed_and_nothing_else() -> None:
    desk, central = MemoryDesk(), central_with_cards()
    cycle(desk, central)
    central.put(a_card("CARD2", minors=4))
    central.drop("CARD3")
    central.put(a_card("CARD9"))
    central.calls.clear()
    cycle(desk, central, now=LATER)
    assert desk.register.cards == central.at(8)
    assert verified_at(desk) == LATER
    assert "cards" not in central.calls


def test_nothing_new_is_one_small_request_and_renews_the_age() -> None:
    desk, central = MemoryDesk(), central_with_cards()
    cycle(desk, central)
    central.calls.clear()
    cycle(desk, central, now=LATER)
    assert central.calls.count("changes") == 1
    assert "cards" not in central.calls
    assert verified_at(desk) == LATER


def test_a_catch_up_that_is_cut_off_does_not_count_as_verified_now() -> None:
    desk, central = MemoryDesk(), central_with_cards()
    cycle(desk, central)
    central.put(*(a_card(f"NEW{n}") for n in range(6)))
    pages = iter(range(100))

    def third_page_is_lost(name: str) -> None:
        if name == "changes" and next(pages) == 2:
            raise LOST

    central.before = third_page_is_lost
    cycle(desk, central, now=LATER)
    assert len(desk.register.cards) == 9
    assert verified_at(desk) == MOMENT


class Tampering(MemoryCentral):
    """Hides one change from the desk, while its sums tell of it."""

    tampers = False

    def changes(self, after: int, limit: int = 0) -> ChangesPage:
        page = super().changes(after, limit)
        return replace(page, changes=[]) if self.tampers else page


def test_a_delta_that_disagrees_leads_to_a_fresh_load_in_the_same_cycle(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"loaded afresh: register_mismatch")
    desk, central = MemoryDesk(), Tampering()
    central.put(a_card("CARD1"))
    cycle(desk, central)
    central.tampers = True
    central.put(a_card("CARD2"))
    report = cycle(desk, central)
    assert sorted(desk.register.cards) == ["CARD1", "CARD2"]
    assert report.faults == ()


def test_a_register_in_use_that_drifted_is_found_out_without_any_change(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"loaded afresh: register_mismatch")
    desk, central = MemoryDesk(), central_with_cards()
    cycle(desk, central)
    other = central_with_cards()
    other.history[0] = ("CARD1", a_card("CARD1", minors=7))
    cycle(desk, other)
    assert desk.register.cards["CARD1"] == a_card("CARD1", minors=7)


def test_a_revision_that_is_gone_leads_to_a_fresh_load_in_the_same_cycle(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"loaded afresh: revision_gone")
    desk, central = MemoryDesk(), central_with_cards()
    cycle(desk, central)
    central.put(a_card("CARD6"))
    central.forgotten = 6
    report = cycle(desk, central)
    assert "CARD6" in desk.register.cards
    assert report.faults == ()


def test_a_register_restored_from_an_older_backup_is_loaded_afresh(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"loaded afresh: register_mismatch")
    desk, central = MemoryDesk(), central_with_cards()
    cycle(desk, central)
    del central.history[3:]
    cycle(desk, central)
    assert desk.register.cards == central.at(3)


def test_a_fresh_load_that_disagrees_is_not_used_and_is_not_repeated_in_the_cycle(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"loaded afresh: register_mismatch")
    desk, central = MemoryDesk(), central_with_cards()
    cycle(desk, central)
    central.put(a_card("CARD6"))

    class Lying(MemoryCentral):
        def __init__(self) -> None:
            super().__init__()
            self.history = central.history

        def changes(self, after: int, limit: int = 0) -> ChangesPage:
            page = super().changes(after, limit)
            return replace(page, changes=[])

        def cards(self, after: str | None, limit: int = 0) -> CardsPage:
            page = super().cards(after, limit)
            return replace(page, cards=page.cards[1:])

    lying = Lying()
    report = cycle(desk, lying)
    assert sorted(desk.register.cards) == NUMBERS
    assert [fault.code for fault in report.faults] == [RegisterMismatchError.code]
    assert lying.calls.count("cards") == 3


def test_sums_without_the_registers_signature_are_never_used() -> None:
    desk, central = MemoryDesk(), central_with_cards()
    report = cycle(desk, central, key=MemoryCentral().key)
    assert desk.register.status() is None
    assert [fault.code for fault in report.faults] == [RegisterMismatchError.code]


def test_a_delta_without_the_registers_signature_leaves_the_last_good_register_in_use() -> None:
    desk, central = MemoryDesk(), central_with_cards()
    cycle(desk, central)
    central.put(a_card("CARD6"))
    central.calls.clear()
    cycle(desk, central, key=MemoryCentral().key)
    assert sorted(desk.register.cards) == NUMBERS
    assert "cards" not in central.calls  # it would not mend a signature


class StandingStill(MemoryCentral):
    """Promises more for ever, and never moves on."""

    def cards(self, after: str | None, limit: int = 0) -> CardsPage:
        page = super().cards(after, limit)
        return replace(page, next=after or "CARD2")

    def offers(self, after: str | None, limit: int = 0) -> OfferFeedPage:
        del limit, after
        page = super().offers(None)
        return replace(page, cursor="here", more=True)


def test_pages_that_stand_still_are_a_broken_answer_and_no_endless_loop() -> None:
    central = StandingStill()
    central.put(*(a_card(number) for number in NUMBERS))
    report = cycle(MemoryDesk(), central)
    assert [(fault.direction, fault.code) for fault in report.faults] == [
        ("register", "broken_answer"),
        ("offers", "endless_feed"),
    ]


def test_pages_whose_cards_come_twice_are_a_broken_answer() -> None:
    class Repeating(MemoryCentral):
        def cards(self, after: str | None, limit: int = 0) -> CardsPage:
            page = super().cards(after, limit)
            return replace(page, cards=[*page.cards, *page.cards])

    central = Repeating()
    central.put(a_card())
    report = cycle(MemoryDesk(), central)
    assert [fault.code for fault in report.faults] == ["broken_answer"]


def test_offers_come_and_go_page_by_page() -> None:
    offers = [an_offer() for _ in range(5)]
    desk, central = MemoryDesk(), MemoryCentral()
    central.offer_log = [*offers, offers[0].id]
    cycle(desk, central)
    assert list(desk.offers.offers.values()) == offers[1:]
    assert desk.offers.complete_at == MOMENT


def test_offers_that_were_cut_off_are_not_complete_and_go_on_where_they_were() -> None:
    desk, central = MemoryDesk(), MemoryCentral()
    central.offer_log = [an_offer() for _ in range(5)]
    pages = iter(range(100))

    def second_page_is_lost(name: str) -> None:
        if name == "offers" and next(pages) == 1:
            raise LOST

    central.before = second_page_is_lost
    cycle(desk, central)
    assert (len(desk.offers.offers), desk.offers.complete_at) == (2, None)
    cycle(desk, central, now=LATER)
    assert (len(desk.offers.offers), desk.offers.complete_at) == (5, LATER)


def test_one_direction_that_fails_does_not_stop_the_pull_of_another() -> None:
    desk, central = MemoryDesk(), central_with_cards()
    central.offer_log = [an_offer()]
    central.before = failing("changes", LOST)
    report = cycle(desk, central)
    assert len(desk.offers.offers) == 1
    assert [fault.direction for fault in report.faults] == ["register"]
