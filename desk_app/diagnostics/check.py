"""A diagnostic check and its finding."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from desk_app.messages import Messages
from desk_app.services.errors import DeskError
from sync.errors import CentralFaultError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Check:
    """A check. ``detail`` is what was found; where that is not well, how to fix it."""

    name: str
    ok: bool
    detail: str


class Finding:
    """The result of a probe: a code of :mod:`desk_app.messages.diagnostics`, and its facts."""

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = {name: str(fact) for name, fact in facts.items()}


class Examination:
    """Runs one probe after the other, and puts the findings into words."""

    def __init__(self, messages: Messages) -> None:
        self.messages = messages
        self.checks: list[Check] = []

    def run_probe(self, name: str, probe: Callable[[], Finding]) -> None:
        """Run a probe. An error of ours that it raises is a problem with a message of its own."""
        try:
            found = probe()
        except (DeskError, CentralFaultError) as error:
            texts: tuple[str, ...] = self.messages.error(error)
            self.checks.append(Check(name, ok=False, detail=" ".join(texts)))
            return
        except Exception as bug:  # noqa: BLE001 - the other things are still to be looked at
            _log.exception("a fault in this program")
            texts = self.messages.error(bug)
            self.checks.append(Check(name, ok=False, detail=" ".join(texts)))
            return
        texts = self.messages.finding(found.code, found.facts)
        self.checks.append(Check(name, ok=len(texts) == 1, detail=" ".join(texts)))
