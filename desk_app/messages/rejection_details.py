"""Selects the register's own explanation of a rejection in the wanted language."""

import json
from typing import Any


def detail_of(kept: str | None) -> str | dict[str, Any] | None:
    """The detail as the register gave it: a text, or texts by language, which are kept as JSON."""
    if kept is None or not kept.startswith("{"):
        return kept
    try:
        texts = json.loads(kept)
    except ValueError:
        return kept
    return texts if isinstance(texts, dict) else kept
