"""Facts that fill the places of a message."""

from collections.abc import Mapping

from sync.rules.texts import visible


class Facts(dict[str, str]):
    """Facts for a message's places; a place without a fact stays empty.

    Characters that would disguise a fact are replaced by marks: some facts are names of files.
    """

    @classmethod
    def of(cls, facts: Mapping[str, str]) -> "Facts":
        """The facts, fit to be shown."""
        return cls({name: visible(str(fact)) for name, fact in facts.items()})

    def __missing__(self, key: str) -> str:
        return "…"
