"""An offer of one's own while it is being written, and what is still wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from desk_app.services.offering import OfferAsked
from desk_app.ui.models.printed_day import printed_day
from sync.rules.offers import LONGEST_NAME, OfferKind, Sector

_TIME = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?")


class Field(StrEnum):
    """What is asked of an offer, where the answer can be wrong."""

    NAME_FI = "name_fi"
    NAME_SV = "name_sv"
    NAME_EN = "name_en"
    PLACE = "place"
    DAY = "day"
    TIME = "time"


class Fault(StrEnum):
    """What is wrong with an answer."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NO_DAY = "no_day"
    NO_TIME = "no_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDraft:
    """What stands in the form, as it was typed."""

    texts: Mapping[Field, str]
    kind: OfferKind = OfferKind.EVENT
    sector: Sector = Sector.CULTURE
    minors_allowed: bool = True

    @property
    def dated(self) -> bool:
        """Whether it has a day at all: what is always open has none."""
        return self.kind is not OfferKind.STANDING

    def faults(self) -> dict[Field, Fault]:
        """What is wrong, by field; empty when the offer can be added. An event has a day."""
        found = {
            field: Fault.TOO_LONG
            for field in (Field.NAME_FI, Field.NAME_SV, Field.NAME_EN, Field.PLACE)
            if len(self._text(field)) > LONGEST_NAME
        }
        if not self._text(Field.NAME_FI):
            found[Field.NAME_FI] = Fault.MISSING
        has_day, has_time = bool(self._text(Field.DAY)), bool(self._text(Field.TIME))
        if self.dated and (has_day or has_time or self.kind is OfferKind.EVENT):
            if printed_day(self._text(Field.DAY)) is None:
                found[Field.DAY] = Fault.NO_DAY if has_day else Fault.MISSING
            if time_of_day(self._text(Field.TIME)) is None:
                found[Field.TIME] = Fault.NO_TIME if has_time else Fault.MISSING
        return found

    def asked(self) -> OfferAsked:
        """What is asked to be added; only for a draft without faults."""
        day, at = printed_day(self._text(Field.DAY)), time_of_day(self._text(Field.TIME))
        starts_at = datetime.combine(day, at) if self.dated and day and at else None
        return OfferAsked(
            name_fi=self._text(Field.NAME_FI),
            name_sv=self._text(Field.NAME_SV) or None,
            name_en=self._text(Field.NAME_EN) or None,
            kind=self.kind,
            sector=self.sector,
            place=self._text(Field.PLACE) or None,
            starts_at=starts_at,
            minors_allowed=self.minors_allowed and self.kind is not OfferKind.COURSE,
        )

    def _text(self, field: Field) -> str:
        return self.texts.get(field, "").strip()


def time_of_day(text: str) -> time | None:
    """``18.30``, ``18:30``, ``1830`` or ``18``; ``None`` for others."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
