"""Looking for a new version, as build and policy have it."""

import logging

from desk_app.build import Build
from desk_app.policy import MachinePolicy
from desk_app.services.updates import Update, newest
from sync.errors import CentralFaultError
from sync.releases import ManifestForgedError, fetch_releases

_log = logging.getLogger(__name__)


def look_for_update(build: Build, policy: MachinePolicy) -> Update | None:
    """The newest version of the channel, if it is newer than this one.

    Nobody is told that the look failed: it is tried again the next day. A list with a wrong
    signature is refused and logged.
    """
    address = policy.update_address or build.releases
    if policy.update_channel == "none" or address is None or build.key is None:
        return None
    try:
        releases = fetch_releases(
            address, build.key, ca_file=str(policy.ca_file) if policy.ca_file else None
        )
    except ManifestForgedError as forged:
        _log.warning("the list of releases is refused: %s", forged.code)
        return None
    except CentralFaultError as away:
        _log.info("no list of releases: %s", away.code)
        return None
    offered = [
        Update(each.version, each.notes, each.address)
        for each in releases
        if each.channel == policy.update_channel
    ]
    return newest(offered, build.version)
