"""The texts of an error, with the facts that fill their places."""

import re
from collections.abc import Callable
from datetime import date

from desk_app.messages.bug import BUG
from desk_app.messages.codes import CodeMessage
from desk_app.messages.facts import Facts
from desk_app.messages.faults import DAY_MEANT, ERRORS
from desk_app.services.errors import DayOutOfBoundsError, DeskError
from sync.errors import CentralFaultError

_PLACE_OF_FILE = re.compile(r": \{path\}")


def texts_of(error: Exception, day: Callable[[date], str]) -> tuple[CodeMessage, Facts]:
    """What happened, and the next step, before they are translated; ``day`` writes a day."""
    if not isinstance(error, DeskError | CentralFaultError):
        return BUG, Facts.of({"name": type(error).__name__})
    texts = ERRORS.get(getattr(error, "code", ""))
    if texts is None and isinstance(error, CentralFaultError):
        texts = ERRORS["broken_answer"]
    if texts is None:
        return BUG, Facts.of({"name": type(error).__name__})
    facts = error.facts if isinstance(error, DeskError) else {}
    if isinstance(error, DayOutOfBoundsError):
        facts = {name: day(date.fromisoformat(each)) for name, each in facts.items()}
        texts = (texts[0], DAY_MEANT if "meant" in facts else texts[1])
    return texts, Facts.of(facts)


def under_headline(what: str, then: str) -> CodeMessage:
    """The same for a headline, which is read from afar: a file's place follows the advice."""
    headline = _PLACE_OF_FILE.sub("", what)
    return headline.removesuffix("."), then if headline == what else f"{then} ({{path}})"
