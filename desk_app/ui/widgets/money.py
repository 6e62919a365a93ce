"""Parses and formats amounts of money."""

import re

_AMOUNT = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?\s*(?:€|eur|euroa?)?", re.IGNORECASE)


def cents(text: str) -> int | None:
    """``25``, ``25,50``, ``25.5 €``; ``None`` for others."""
    found = _AMOUNT.fullmatch(text.strip().removeprefix("€").strip())
    if found is None:
        return None
    whole, rest = found.groups()
    return int(whole) * 100 + int((rest or "0").ljust(2, "0"))


def written(amount: int | None) -> str:
    """An amount as it is typed; nothing for none."""
    if amount is None:
        return ""
    whole, rest = divmod(amount, 100)
    return f"{whole},{rest:02}" if rest else str(whole)
