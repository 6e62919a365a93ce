"""The report of a run of :mod:`tests.endurance.neighbours`."""

import json
from dataclasses import asdict, dataclass, field
from statistics import median


@dataclass
class Healing:
    """One healing of the network: the seconds until all knew the same, and the load meanwhile.

    ``processor_seconds`` are the desks' programs' own until then.
    """

    seconds: float | None
    visits: int
    load: float
    processor_seconds: float


@dataclass
class NeighbourReport:
    """What came of it. ``clear`` is what could be read in the traffic.

    ``at_rest`` says that in the end nothing waited any more, nor was refused; where it was not so,
    ``inboxes`` has the desks' operations, each with its code, whether it waits, and its recorder,
    and ``unsent`` those that still wait: kind, state, code, detail, tries, and when it is due.
    ``known_of_lost`` is what each desk knows of visits that are lost: their operations' state, code
    and recorder.
    ``withdrawn`` are visits that their desk took back, and that the register never took.
    """

    desks: int
    shares: str
    network: str = ""
    acknowledged: int = 0
    refused: int = 0
    voided: int = 0
    cuts: int = 0
    kills: int = 0
    restarts: int = 0
    at_rest: bool = False
    inboxes: list[object] = field(default_factory=list)
    unsent: list[object] = field(default_factory=list)
    withdrawn: int = 0
    lost: int = 0
    known_of_lost: dict[str, list[object]] = field(default_factory=dict)
    doubled: int = 0
    wrong: int = 0
    over_quota: int = 0
    captured_bytes: int = 0
    clear: list[str] = field(default_factory=list)
    sees_what_is_planted: bool = False
    seconds: float = 0.0
    recording_seconds: float = 0.0
    healings: list[Healing] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether all is as it has to be."""
        is_whole = self.at_rest and self.lost == self.doubled == self.wrong == self.over_quota == 0
        agreed = all(healing.seconds is not None for healing in self.healings)
        return is_whole and agreed and not self.clear and self.sees_what_is_planted

    def to_json(self) -> str:
        """As text."""
        agreed = [each.seconds for each in self.healings if each.seconds is not None]
        quick = sum(seconds <= 2.0 for seconds in agreed)
        spent = [each.processor_seconds for each in self.healings]
        figures = {
            "good": self.is_good,
            "agreed_within_2_s": f"{quick} of {len(self.healings)}",
            "median_seconds": median(agreed or [0.0]),
            "longest_seconds": max(agreed, default=0.0),
            "median_processor_seconds": median(spent or [0.0]),
            "visits_a_second": round(self.acknowledged / (self.recording_seconds or 1), 1),
        }
        return json.dumps(asdict(self) | figures)
