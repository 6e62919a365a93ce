"""Sentences about a repair: the loss and what to do come before how it was repaired."""

from datetime import timedelta

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.recovery_words import RecoveryWords
from desk_app.services.recovery import Recovery
from tests.helpers.samples import MOMENT

WORDS = RecoveryWords(Messages(catalogue("en"), "en"))
LOST = Recovery(
    at=MOMENT,
    log_renewed=True,
    lost=3,
    lost_since=MOMENT,
    lost_until=MOMENT + timedelta(minutes=20),
)


def test_a_loss_is_dated_and_what_to_do_follows_at_once() -> None:
    text = WORDS.recovery(LOST)
    assert text.startswith(
        "The newest part of this desk's data was missing. 3 records made between 24.11.2026 10:00 "
        "and 10:20 could not be recovered. Sync once"
    )
    assert text.endswith("was damaged or missing as well.")


def test_a_loss_over_night_names_both_days() -> None:
    over_night = Recovery(
        at=MOMENT, lost=1, lost_since=MOMENT, lost_until=MOMENT + timedelta(days=1)
    )
    assert "between 24.11.2026 10:00 and 25.11.2026 10:00" in WORDS.facts(over_night)


def test_nobody_is_told_to_compare_where_nothing_is_missing() -> None:
    text = WORDS.recovery(Recovery(at=MOMENT, rebuilt=True, visits=4))
    assert "Sync once" not in text
