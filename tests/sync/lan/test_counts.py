"""What is left of more offers than a page holds is told in turn, and nothing is kept back."""

from uuid import UUID

from sync.lan.counts import CountsInTurn

MOST = 10
OFFERS = [UUID(int=each) for each in range(35)]


def test_where_one_page_holds_all_each_page_tells_all() -> None:
    pages, counts = CountsInTurn(MOST), dict.fromkeys(OFFERS[:MOST], 3)

    assert pages.choose(counts) == counts
    assert pages.choose(counts) == counts


def test_of_more_than_a_page_holds_each_is_told_in_turn() -> None:
    pages, sent = CountsInTurn(MOST), set[UUID]()
    for _ in range(4):
        page = pages.choose(dict.fromkeys(OFFERS, 3))
        assert len(page) == MOST
        sent |= page.keys()

    assert sent == {*OFFERS}


def test_what_changed_is_told_before_its_turn() -> None:
    pages, counts = CountsInTurn(MOST), dict.fromkeys(OFFERS, 3)
    first = pages.choose(counts)
    changed = next(iter(first))

    assert pages.choose({**counts, changed: 2})[changed] == 2


def test_offers_that_always_change_keep_none_of_the_others_back() -> None:
    restless, quiet = OFFERS[:30], OFFERS[30:]
    pages, sent = CountsInTurn(MOST), set[UUID]()
    for number in range(20):
        page = pages.choose({**dict.fromkeys(restless, number), **dict.fromkeys(quiet, 3)})
        sent |= page.keys()

    assert {*quiet} <= sent


def test_offers_with_the_highest_ids_keep_none_of_the_others_back() -> None:
    honest = UUID(int=1)
    invented = [UUID(int=(1 << 128) - each) for each in range(1, 50)]
    pages, sent = CountsInTurn(MOST), set[UUID]()
    for _ in range(6):
        sent |= pages.choose({**dict.fromkeys(invented, 1), honest: 3}).keys()

    assert honest in sent


def test_an_offer_that_is_gone_is_told_no_more() -> None:
    pages = CountsInTurn(MOST)
    pages.choose(dict.fromkeys(OFFERS, 3))

    assert pages.choose(dict.fromkeys(OFFERS[5:], 3)).keys().isdisjoint(OFFERS[:5])
