"""What a sentence speaks of."""

from collections.abc import Mapping

from sync.rules.texts import visible


class Facts(dict[str, str]):
    """Facts for a sentence's places; a place without a fact stays empty.

    What would disguise a fact is shown as marks: some are names of files.
    """

    @classmethod
    def of(cls, facts: Mapping[str, str]) -> "Facts":
        """The facts, fit to be shown."""
        return cls({name: visible(str(fact)) for name, fact in facts.items()})

    def __missing__(self, key: str) -> str:
        return "…"
