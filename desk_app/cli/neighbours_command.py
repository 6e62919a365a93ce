"""``neighbours``: how this desk stands with the other desks of the venue."""

import argparse

from desk_app.bootstrap.application import App
from desk_app.cli.command_results import CommandResult
from desk_app.cli.exit_status import ExitStatus
from desk_app.messages.neighbours import NeighbourWords
from desk_app.services.neighbours import NeighbourState

_WELL = {NeighbourState.OFF, NeighbourState.TOGETHER}


def neighbours(app: App, _: argparse.Namespace) -> CommandResult:
    """Look for the other desks; status 4 where this is switched on and none answers."""
    status, words = app.neighbours.probe(), NeighbourWords(app.messages)
    desks = (f"{each.desk_name}: {words.desk(each)}" for each in status.desks)
    return CommandResult(
        {
            "state": status.state.value,
            "port": status.port,
            "neighbours": [
                {
                    "desk_id": str(each.desk_id),
                    "desk_name": each.desk_name,
                    "in_reach": each.in_reach,
                    "address": each.address,
                }
                for each in status.desks
            ],
            "shares": [
                {"offer_id": str(offer_id), "left": left}
                for offer_id, left in app.neighbours.shares.left().items()
            ],
        },
        "\n".join([words.state(status), *desks]),
        ExitStatus.DONE if status.state in _WELL else ExitStatus.ATTENTION,
    )
