"""Messages of the season check: what was found, and what to do today."""

from collections.abc import Mapping
from datetime import date, datetime

from desk_app.messages.counter_messages import Messages
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.season import SeasonItem

SEASON: Mapping[str, tuple[str, ...]] = {
    "season_register": (
        QT_TRANSLATE_NOOP("Season", "This desk can check cards offline until {day}."),
    ),
    "season_register_none": (
        QT_TRANSLATE_NOOP("Season", "The register has not been downloaded to this computer yet."),
        QT_TRANSLATE_NOOP("Season", "Sync now, or import a file from another desk."),
    ),
    "season_register_old": (
        QT_TRANSLATE_NOOP("Season", "The register is too old to check cards."),
        QT_TRANSLATE_NOOP("Season", "Sync now, or import a file from another desk."),
    ),
    "season_register_today": (
        QT_TRANSLATE_NOOP("Season", "This desk can check cards offline only until {time} today."),
        QT_TRANSLATE_NOOP("Season", "Sync now: then the register lasts until {best}."),
    ),
    "season_register_fetch": (
        QT_TRANSLATE_NOOP("Season", "This desk can check cards offline only until {day}."),
        QT_TRANSLATE_NOOP("Season", "Sync now: then the register lasts until {best}."),
    ),
    "season_register_short": (
        QT_TRANSLATE_NOOP(
            "Season", "The register cannot last that long: it lasts until {day} at most."
        ),
        QT_TRANSLATE_NOOP(
            "Season",
            "Sync as late as you can. By that date, connect the computer to a network or import a "
            "register file that another desk of the venue has saved.",
        ),
    ),
    "season_token": (QT_TRANSLATE_NOOP("Season", "The desk stays enrolled offline until {day}."),),
    "season_token_ends": (
        QT_TRANSLATE_NOOP("Season", "The desk stays enrolled offline only until {day}."),
        QT_TRANSLATE_NOOP("Season", "Plan a connection before that date: one sync is enough."),
    ),
    "season_token_doubted": (
        QT_TRANSLATE_NOOP("Season", "The register does not accept this desk at the moment."),
        QT_TRANSLATE_NOOP(
            "Season", "Ask Kaikukeskus for an activation code, and enrol the desk again."
        ),
    ),
    "season_queue_empty": (QT_TRANSLATE_NOOP("Season", "Everything has been sent."),),
    "season_queue": (
        QT_TRANSLATE_NOOP("Season", "Records waiting to be sent: {pending}."),
        QT_TRANSLATE_NOOP("Season", "Sync now."),
    ),
    "season_queue_attention": (
        QT_TRANSLATE_NOOP("Season", "Records that the register rejected: {attention}."),
        QT_TRANSLATE_NOOP("Season", "Resolve them while there is a connection."),
    ),
    "season_cards": (QT_TRANSLATE_NOOP("Season", "No card expires before {day}."),),
    "season_cards_end": (
        QT_TRANSLATE_NOOP(
            "Season",
            "Of {all} cards, {count} expire before {day}. If a holder shows a renewed card, "
            "record the visit using the date on the card; staff know how.",
        ),
    ),
    "season_offers": (
        QT_TRANSLATE_NOOP(
            "Season",
            "Offers in this period: {count}, the last on {day}. They include all offers of the "
            "season.",
        ),
    ),
    "season_offers_none": (
        QT_TRANSLATE_NOOP("Season", "There are no offers until {day}."),
        QT_TRANSLATE_NOOP("Season", "Sync now, or add your own on the page Offers."),
    ),
    "season_disk": (QT_TRANSLATE_NOOP("Season", "{free} MB are free on the disk."),),
    "season_disk_low": (
        QT_TRANSLATE_NOOP("Season", "Only {free} MB are free on the disk."),
        QT_TRANSLATE_NOOP(
            "Season", "Free up disk space: visits cannot be recorded on a full disk."
        ),
    ),
    "season_clock": (
        QT_TRANSLATE_NOOP(
            "Season",
            "The computer's clock is still right after a night switched off and unplugged. If "
            "not, replace its battery.",
        ),
    ),
    "season_clock_wrong": (
        QT_TRANSLATE_NOOP("Season", "The computer's clock is wrong, or was wrong."),
        QT_TRANSLATE_NOOP(
            "Season",
            "Set the clock, then sync. If it is wrong again after a night switched off, have its "
            "battery replaced.",
        ),
    ),
    "season_keyring": (
        QT_TRANSLATE_NOOP("Season", "The system's keyring opens this desk's data."),
    ),
    "season_secrets_file": (
        QT_TRANSLATE_NOOP("Season", "The key to this desk's data can be read from {path}."),
    ),
    "season_second_desk": (
        QT_TRANSLATE_NOOP(
            "Season",
            "A second desk is ready in case this computer breaks. Known desks: {names}.",
        ),
    ),
    "season_second_desk_none": (
        QT_TRANSLATE_NOOP(
            "Season",
            "A second computer is enrolled as a desk of this venue, in case this one breaks.",
        ),
    ),
    "season_paper": (
        QT_TRANSLATE_NOOP("Season", "Paper forms have been printed and are at the counter."),
    ),
    "season_key_copy": (
        QT_TRANSLATE_NOOP("Season", "The administrator has a copy of the key to this desk's data."),
    ),
}
"""By code. One sentence is well, or to be ticked; with two, the second says what to do."""


class SeasonWords:
    """Sentences in the language of ``words``."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    def item(self, item: SeasonItem) -> tuple[str, ...]:
        """What was found, and what to do where something is."""
        if item.error is not None:
            return self._words.error(item.error)
        facts = {name: self._written(fact) for name, fact in item.facts.items()}
        return tuple(
            self._words.translate("Season", text).format(**facts) for text in SEASON[item.code]
        )

    def _written(self, fact: object) -> str:
        if isinstance(fact, datetime):
            return self._words.clock(fact)
        return self._words.date(fact) if isinstance(fact, date) else str(fact)

    def is_well(self, item: SeasonItem) -> bool | None:
        """Whether nothing is to be done; ``None`` where a person has to tell."""
        if item.asked:
            return None
        return item.error is None and len(SEASON[item.code]) == 1
