"""The names by which browsers may call the console: its links are made of its own address alone.

Otherwise a page that was called by any name would put that name into invitations and cards' links,
and a stranger's name that points here would be served as the console.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_known(host: str, address: str) -> bool:
    """Whether a ``Host`` is the console's address; without one, only numbers and this computer."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if address:
        return name == urlsplit(address).hostname
    return name == "localhost" or _is_number(name)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
