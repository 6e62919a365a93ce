"""Stories of three desks that meet in pairs: one truth, the newest register, nothing said twice."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desk_app.services.inbox_items import USED_TWICE
from sync.ports import RegisterProof
from sync.rules.cards import Card
from sync.rules.register_sum import RegisterSum
from sync.server.keys.signing import Signer, new_key
from tests.helpers.desk_fixture import ALONE, FAMILY, NOW, POOL
from tests.helpers.neighbour_desks import NeighbourStore, meet

DESKS = st.integers(0, 2)
CARDS = st.sampled_from([FAMILY.number, ALONE.number])
_TRUTH = """
    SELECT visits.id FROM visits
    WHERE NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = visits.id) ORDER BY 1
"""


class NeighbourMachine(RuleBasedStateMachine):
    """Desks record, void, load the register and meet, two or all of them."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.signer = Signer(new_key())
        folder = Path(self.folder.name)
        self.desks = [NeighbourStore(folder, number, self.signer, [POOL]) for number in (1, 2, 3)]
        self.cards: list[Card] = [FAMILY, ALONE]
        self.revision = 1
        self.revisions = [1, 1, 1]
        self.handed_out: dict[UUID, tuple[int, str]] = {}
        self.voided: set[UUID] = set()
        self.known: list[set[UUID]] = [set(), set(), set()]
        self.knew: dict[UUID, set[UUID]] = {}

    @rule(desk=DESKS, card=CARDS)
    def hand_out(self, desk: int, card: str) -> None:
        visit = self.desks[desk].hand_out(card, POOL)
        self.handed_out[visit.id] = (desk, card)
        self.knew[visit.id] = set(self.known[desk])
        self.known[desk].add(visit.id)

    @rule(desk=DESKS)
    def void(self, desk: int) -> None:
        own = [id_ for id_, (at, _) in self.handed_out.items() if at == desk]
        if own and own[-1] not in self.voided:
            self.desks[desk].fixture.services.voiding.void(own[-1])
            self.voided.add(own[-1])

    @rule(desk=DESKS, new_card=st.booleans())
    def load(self, desk: int, *, new_card: bool) -> None:
        """The register comes to one desk, changed or confirmed."""
        self.revision += 1
        if new_card:
            self.cards.append(_card(self.revision))
        total = RegisterSum()
        for card in self.cards:
            total = total.plus(card)
        at = NOW - timedelta(days=1) + timedelta(minutes=2 * self.revision)
        signed = f"{at:%Y-%m-%dT%H:%M:%SZ}"
        register = self.desks[desk].fixture.register
        register.begin_load(self.revision)
        register.add_page(self.cards, after=None, last=True)
        register.adopt(
            revision=self.revision,
            expected=total,
            verified_at=at,
            proof=RegisterProof(signed, self.signer.sign_at(self.revision, total, signed)),
        )

    @rule(one=DESKS, other=DESKS)
    def meet(self, one: int, other: int) -> None:
        if one != other:
            self._meet(one, other)

    @invariant()
    def no_register_becomes_older(self) -> None:
        now = [desk.fixture.register.status() for desk in self.desks]
        revisions = [0 if status is None else status.revision for status in now]
        assert all(new >= old for new, old in zip(revisions, self.revisions, strict=True))
        self.revisions = revisions

    def teardown(self) -> None:
        try:
            self._meet(0, 1, 2)
            self._check()
        finally:
            for desk in self.desks:
                desk.close()
            self.folder.cleanup()

    def _meet(self, *places: int) -> None:
        desks = [self.desks[place] for place in places]
        meet(*desks)
        for _ in desks:
            for desk in desks:
                for other in desks:
                    if other is not desk:
                        desk.import_register(other)
        together = set[UUID]().union(*(self.known[place] for place in places))
        for place in places:
            self.known[place] |= together

    def _check(self) -> None:
        counting = set(self.handed_out) - self.voided
        for desk in self.desks:
            truth = {UUID(row[0]) for row in desk.fixture.database.rows(_TRUTH)}
            assert truth == counting
        assert len({desk.fixture.register.status() for desk in self.desks}) == 1
        assert max(self.revisions) == self.revision or self.revision == 1
        for place, desk in enumerate(self.desks):
            items = desk.inbox()
            assert {item.code for item in items} <= {USED_TWICE}
            assert sorted(item.id for item in items) == sorted(self._unaware(place, counting))

    def _unaware(self, place: int, counting: set[UUID]) -> set[UUID]:
        """The desk's visits of which another desk's to the same card did not know, and they not."""
        return {
            id_
            for id_ in counting
            for other in counting
            if self.handed_out[id_][0] == place != self.handed_out[other][0]
            and self.handed_out[id_][1] == self.handed_out[other][1]
            and other not in self.knew[id_]
            and id_ not in self.knew[other]
        }


def _card(number: int) -> Card:
    return replace(FAMILY, number=f"NEW{number:05}")


TestNeighbours = NeighbourMachine.TestCase
TestNeighbours.settings = settings(
    max_examples=6,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
