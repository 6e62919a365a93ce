"""The decision table, ``decisions.csv``: a row is a test, and its sentence is the test's name."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.entitlement import CardGlance, judge
from tests.sync.rules.decisions import Decision, rows

ROWS = rows()
REPOSITORY = Path(__file__).parents[3]
FROM_THE_REGISTER_ONLY = {Refusal.ID_CONFLICT}
NOT_ABOUT_A_CARD = {VerdictCode.MALFORMED_NUMBER}
NOT_FROM_THE_CASE = {Notice.CLOCK_UNTRUSTED}


@pytest.mark.parametrize("row", ROWS, ids=[row.sentence for row in ROWS])
def test_the_rules_decide_as_the_table_says(row: Decision) -> None:
    assert list(row.differences()) == []


def test_every_sentence_of_the_table_stands_once() -> None:
    repeated = [text for text, times in Counter(row.sentence for row in ROWS).items() if times > 1]
    assert repeated == []


def test_the_table_shows_every_verdict() -> None:
    assert {row.expected.verdict for row in ROWS} == set(VerdictCode) - NOT_ABOUT_A_CARD


def test_the_table_shows_every_refusal() -> None:
    shown = {code for row in ROWS for code in (*row.expected.refusals, *row.objections)}
    assert shown == set(Refusal) - FROM_THE_REGISTER_ONLY


def test_the_table_shows_every_notice() -> None:
    shown = {code for row in ROWS for code in row.expected.notices}
    assert shown == set(Notice) - NOT_FROM_THE_CASE


def shown_card(row: Decision, verdict: VerdictCode) -> CardGlance | None:
    """What is to be seen of the card beside a verdict."""
    card = row.case.card
    if card is None or verdict in {VerdictCode.UNKNOWN, VerdictCode.REGISTER_TOO_OLD}:
        return None
    return CardGlance(card.kind, card.valid_until, card.minors)


def test_a_card_is_shown_if_and_only_if_the_register_speaks_of_it() -> None:
    verdicts = {row.sentence: judge(row.case) for row in ROWS}
    assert {sentence: verdict.card for sentence, verdict in verdicts.items()} == {
        row.sentence: shown_card(row, verdicts[row.sentence].verdict) for row in ROWS
    }


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_machines_own_time_zone_decides_nothing(zone: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.sync.rules.decisions"],
        cwd=REPOSITORY,
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        f"0 differences in {len(ROWS)} rows\n",
        "",
    )
