"""The venue's other desks, as the register made them known last."""

from collections.abc import Sequence

import sqlalchemy as sa

from desk_app.store.connection.database import Database
from desk_app.store.schema.neighbour_tables import neighbours
from sync.messages import Peer

_ALL = sa.select(neighbours).order_by(neighbours.c.desk_name, neighbours.c.desk_id)


class StoredPeers:
    """Keeps the peers, so that they are known while the register is out of reach."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Sequence[Peer]:
        """Every desk that may be talked to."""
        with self._database.read() as connection:
            return [
                Peer(desk_id=row.desk_id, desk_name=row.desk_name, lan_key=row.lan_key)
                for row in connection.execute(_ALL)
            ]

    def replace(self, peers: Sequence[Peer]) -> None:
        """Put these in the place of those that were known; a missing desk is no peer now."""
        wanted = sorted(peers, key=lambda peer: (peer.desk_name, peer.desk_id))
        if [*self.all()] == wanted:
            return
        with self._database.write() as connection:
            forget_peers(connection)
            if wanted:
                unique = {peer.desk_id: peer for peer in wanted}.values()
                connection.execute(
                    neighbours.insert(),
                    [
                        {
                            "desk_id": peer.desk_id,
                            "desk_name": peer.desk_name,
                            "lan_key": peer.lan_key,
                        }
                        for peer in unique
                    ],
                )


def forget_peers(connection: sa.Connection) -> None:
    """Another enrolment has others, and a desk that was turned away has none."""
    connection.execute(neighbours.delete())
