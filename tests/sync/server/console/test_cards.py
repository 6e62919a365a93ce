"""An issuer's work: a card is registered, reaches the desks, is renewed, suspended, replaced."""

import io
import re
import subprocess
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter
import zxingcpp
from PIL import Image
from sqlalchemy import select

from sync.messages import Put
from sync.rules.cards import Card, CardKind, CardStatus
from sync.server.console.labels import labels_pdf
from sync.server.store import console_tables as tables
from sync.server.store.console_tables import Role
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture

NUMBER = "ESP730142"
A_CARD = {"number": "esp 730 142", "birth_year": "1971", "postcode": "02600", "minors": "2"}


def register(visitor: Visitor, **typed: str) -> Page:
    return visitor.send(visitor.open("/cards/new"), "/cards/new", **(A_CARD | typed))


def card_of(console: ConsoleFixture, number: str = NUMBER) -> Card:
    card = console.desk.card(number).card
    assert isinstance(card, Card)
    return card


def upload(visitor: Visitor, content: bytes, name: str = "cards.csv") -> Page:
    return visitor.send_file(visitor.open("/cards/many"), "/cards/many", name, content)


@pytest.fixture
def issuer(console: ConsoleFixture) -> Visitor:
    return console.signed_in(Role.ISSUER)


def test_a_registered_card_is_in_the_desks_next_changes(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    before = console.desk.changes(0).revision
    assert register(issuer).status == 200
    today = console.console.today()
    last = date(today.year + 1, today.month, today.day) - timedelta(days=1)
    expected = Card(
        NUMBER, CardKind.PERSONAL, CardStatus.ACTIVE, today, last, 2, "Espoo", local_only=False
    )
    (change,) = console.desk.changes(before).changes
    assert isinstance(change, Put)
    assert change.card == expected


def test_birth_year_and_postcode_stay_with_the_issuer(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    with console.central.database.reading() as connection:
        kept = connection.execute(select(tables.registered_cards)).one()
    assert (kept.birth_year, kept.postcode) == (1971, "02600")
    sent = repr((console.desk.changes(0), console.desk.cards(None), console.desk.card(NUMBER)))
    assert ("1971" in sent, "02600" in sent) == (False, False)


@pytest.mark.parametrize(
    "typed",
    [
        {"number": "x"},
        {"number": "131052-308T"},
        {"birth_year": "2012"},
        {"birth_year": ""},
        {"postcode": "123"},
        {"minors": "-1"},
        {"minors": ""},
        {"received": "2019-01-01"},
        {"received": "2099-01-01"},
        {"last": "2099-01-01"},
        {"kind": "other"},
    ],
)
def test_a_field_that_is_wrong_is_told_and_nothing_is_registered(
    console: ConsoleFixture, issuer: Visitor, typed: dict[str, str]
) -> None:
    revision = console.desk.changes(0).revision
    page = register(issuer, **typed)
    assert (page.status, "Correct what is marked" in page.text) == (422, True)
    assert console.desk.changes(0).revision == revision


def test_a_number_that_is_registered_already_is_refused(issuer: Visitor) -> None:
    register(issuer)
    assert "already in the register" in register(issuer).text


@pytest.mark.parametrize("typed", ["ESP730143", "ESP370142", "ESP730124"])
def test_a_number_like_another_ones_is_asked_about(
    console: ConsoleFixture, issuer: Visitor, typed: str
) -> None:
    register(issuer)
    page = register(issuer, number=typed)
    assert (page.status, "character by character" in page.text) == (409, True)
    sure = issuer.send(page, "/cards/new", sure="on")
    assert (sure.status, card_of(console, typed).number) == (200, typed)


def test_a_community_card_needs_nothing_about_a_person(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    page = register(issuer, kind="community", birth_year="", postcode="", minors="")
    assert page.status == 200
    assert card_of(console).kind is CardKind.COMMUNITY


def open_card(issuer: Visitor, number: str = NUMBER) -> Page:
    return issuer.send(issuer.open("/cards"), "/cards/find", number=number)


def test_a_card_is_renewed_for_twelve_months_from_today(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    console.pass_days(380)
    issuer = console.signed_in(Role.ISSUER)
    issuer.send(open_card(issuer), "/renew", minors="3")
    today = console.console.today()
    renewed = card_of(console)
    assert (renewed.valid_from, renewed.minors) == (today, 3)
    assert renewed.valid_until == date(today.year + 1, today.month, today.day) - timedelta(days=1)


def test_renewing_a_valid_card_keeps_its_first_day_and_never_shortens_it(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    before = card_of(console)
    issuer.send(open_card(issuer), "/renew", minors="2")
    assert card_of(console) == before


def test_a_card_is_suspended_taken_into_use_and_ended_for_good(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    states = []
    for button in ("/suspend", "/resume", "/revoke"):
        issuer.send(open_card(issuer), button)
        states.append(card_of(console).status)
    assert states == [CardStatus.SUSPENDED, CardStatus.ACTIVE, CardStatus.REVOKED]
    page = open_card(issuer)
    assert (
        issuer.post(f"{page.path.removeprefix('/console')}/resume", csrf=issuer.token()).status
        == 409
    )


def test_a_lost_card_is_replaced_and_works_no_longer(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    page = open_card(issuer)
    (link,) = [link for link in page.links if link.endswith("/replace")]
    form = issuer.open(link.removeprefix(issuer.url))
    new = issuer.send(form, "/replace", number="ESP999000")
    old, another = card_of(console), card_of(console, "ESP999000")
    assert (old.status, another.status) == (CardStatus.REVOKED, CardStatus.ACTIVE)
    assert another.valid_until == old.valid_until
    assert "1971" in new.text


def test_a_card_of_another_area_is_not_found(console: ConsoleFixture, issuer: Visitor) -> None:
    register(issuer)
    stranger = console.signed_in(Role.ISSUER, there=True)
    assert open_card(stranger).status == 404


def test_a_card_from_before_the_console_is_found_by_its_number(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    console.central.change_cards([_imported(console)])
    assert "Card" in open_card(issuer, "OLD12345").text


def _imported(console: ConsoleFixture) -> Card:
    today = console.console.today()
    return Card(
        "OLD12345", CardKind.PERSONAL, CardStatus.ACTIVE, today, today, 0, "Espoo", local_only=False
    )


CSV = """Kortin numero;Syntymävuosi;Postinumero;Alaikäisiä
ESP100001;1980;02600;0
ESP100001;1980;02600;0
ESP7;1980;02600;0
huono
ESP730143;1970;02100;1
ESP730142;1970;02100;1
"""


def test_each_line_of_a_file_is_shown_its_outcome_before_anything_is_done(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    page = upload(issuer, CSV.encode())
    outcomes = re.findall(
        r'<td class="number">(\d+)</td>.*?<span class="tag (\w+)">', page.response.text
    )
    assert outcomes == [
        ("2", "success"), ("3", "error"), ("4", "success"), ("5", "error"), ("6", "warning"),
        ("7", "error"),
    ]  # fmt: skip
    assert "Lines to register: 3. Lines in all: 6" in page.text
    done = issuer.send(page, "/confirm")
    assert "Cards registered: 3" in done.text
    assert card_of(console, "ESP730143").minors == 1


def test_the_lines_on_their_way_cannot_be_read_changed_or_sent_by_another(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    page = upload(issuer, CSV.encode())
    assert "ESP100001" not in page.response.text
    sealed = page.form("/confirm").fields["sealed"]
    forged = f"{'B' if sealed[0] == 'A' else 'A'}{sealed[1:]}"
    assert issuer.send(page, "/confirm", sealed=forged).status == 400
    other = console.signed_in(Role.COORDINATOR)
    assert other.post("/cards/many/confirm", csrf=other.token(), sealed=sealed).status == 403


def a_workbook(rows: Sequence[Sequence[object]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return out.getvalue()


def test_a_workbook_is_read_as_a_file_of_text_is(console: ConsoleFixture, issuer: Visitor) -> None:
    rows: list[list[object]] = [
        ["card number", "birth year", "postcode", "minors"],
        [10000234.0, 1980, "02600", 0],
    ]
    page = upload(issuer, a_workbook(rows), "cards.xlsx")
    issuer.send(page, "/confirm")
    assert card_of(console, "10000234").valid_from == console.console.today()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"name;age\nx;1\n", b"\x00\xff\n"])
def test_a_file_that_is_no_table_is_refused_in_words(issuer: Visitor, content: bytes) -> None:
    page = upload(issuer, content)
    assert (page.status, "error" in page.response.text) == (422, True)


def test_labels_carry_the_number_as_both_codes(issuer: Visitor, tmp_path: Path) -> None:
    register(issuer)
    answer = issuer.send(open_card(issuer), "/labels").response
    assert answer.headers["Content-Type"] == "application/pdf"
    assert {(each.format, each.text) for each in codes_on(answer.content, tmp_path)} == {
        (zxingcpp.BarcodeFormat.QRCode, NUMBER),
        (zxingcpp.BarcodeFormat.Code39, NUMBER),
    }


@pytest.mark.parametrize("number", ["1234", "W" * 20, "0" * 20])
def test_the_shortest_and_the_longest_number_fit_on_a_label(number: str, tmp_path: Path) -> None:
    seen = codes_on(labels_pdf([(number, "Voimassa 9.3.2027 asti")], "Tarrat"), tmp_path)
    assert [each.text for each in seen] == [number] * 2


def codes_on(pdf: bytes, folder: Path) -> list[zxingcpp.Barcode]:
    """What a reader sees on the first page of a print."""
    (folder / "labels.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", "150", "-png", "-singlefile", "labels.pdf", "labels"]
    subprocess.run(command, cwd=folder, check=True)
    with Image.open(folder / "labels.png") as picture:
        return zxingcpp.read_barcodes(np.asarray(picture.convert("L")))


def test_a_holder_sees_the_card_by_a_link_until_it_is_ended(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    path = link_of(issuer.send(open_card(issuer), "/links"), issuer)
    holder = console.visitor()
    shown = holder.open(path)
    assert (shown.status, "Valid until" in shown.text) == (200, True)
    assert NUMBER not in shown.response.text
    issuer.send(open_card(issuer), "/links/end")
    assert holder.open(path).status == 404


def test_the_link_of_a_card_that_has_ended_shows_nothing_to_scan(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    path = link_of(issuer.send(open_card(issuer), "/links"), issuer)
    issuer.send(open_card(issuer), "/revoke")
    assert console.visitor().open(path).status == 404


def link_of(page: Page, issuer: Visitor) -> str:
    """The path of the link that a page shows."""
    (link,) = re.findall(r'<p class="secret">(.*?)</p>', page.response.text)
    return str(link.removeprefix(issuer.url))


def test_a_new_link_ends_the_one_before_and_a_new_card_both(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    first = link_of(issuer.send(open_card(issuer), "/links"), issuer)
    second = link_of(issuer.send(open_card(issuer), "/links"), issuer)
    holder = console.visitor()
    assert [holder.open(path).status for path in (first, second)] == [404, 200]
    (form,) = [link for link in open_card(issuer).links if link.endswith("/replace")]
    page = issuer.open(form.removeprefix(issuer.url))
    issuer.send(page, "/replace", number="ESP999000")
    assert holder.open(second).status == 404


def test_a_number_that_comes_back_does_not_open_to_its_holder_of_before(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    path = link_of(issuer.send(open_card(issuer), "/links"), issuer)
    console.central.change_cards([NUMBER])
    register(issuer)
    assert console.visitor().open(path).status == 404


def test_made_up_links_have_to_wait_and_real_ones_have_not(
    console: ConsoleFixture, issuer: Visitor, quiet: None
) -> None:
    del quiet
    register(issuer)
    ended = link_of(issuer.send(open_card(issuer), "/links"), issuer)
    path = link_of(issuer.send(open_card(issuer), "/links"), issuer)
    holder = console.visitor()
    assert [holder.open(ended).status for _ in range(7)] == [404] * 7
    answers = [holder.open(f"/mobile/{place}") for place in range(7)]
    assert [each.status for each in answers] == [404] * 5 + [429] * 2
    assert int(answers[-1].response.headers["Retry-After"]) > 0
    assert holder.open(path).status == 200


def test_what_was_done_with_a_card_is_in_the_audit_with_a_masked_number(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    register(issuer)
    for button in ("/suspend", "/resume", "/labels", "/links", "/revoke"):
        issuer.send(open_card(issuer), button)
    with console.central.database.reading() as connection:
        rows = connection.execute(select(tables.console_audit)).all()
    assert {row.action for row in rows if row.subject == "…42"} == {
        "card_registered",
        "card_suspended",
        "card_active",
        "label_printed",
        "mobile_link_made",
        "card_revoked",
    }
    assert NUMBER not in repr(rows)
