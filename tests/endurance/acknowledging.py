"""A program that records, and writes down in its home what it was told is safe.

``python -m tests.endurance.acknowledging HOME KEY VISITS``
"""

import os
import sys
from pathlib import Path

from desk_app.store.register.offers import StoredOffers
from desk_app.store.visits.journal import StoredJournal
from tests.endurance.steps import start_store
from tests.helpers.samples import MOMENT, a_visit, a_void, an_offer

ACKNOWLEDGED = "acknowledged"


def main(home: Path, key: str, count: int) -> None:
    """Record, take every third back, and end without closing anything.

    The last transaction is one that the operation log has nothing of.
    """
    database = start_store(home / "desk.db", key).database
    journal = StoredJournal(database)
    acknowledged = os.open(home / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT, 0o600)
    for number in range(count):
        visit = a_visit()
        journal.record(visit)
        os.write(acknowledged, visit.id.bytes)
        if number % 3 == 0:
            journal.void(a_void(visit.id))
    StoredOffers(database).apply([an_offer()], [], cursor="1", complete_at=MOMENT)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
