"""The argument parser: commands, options and their help."""

import argparse
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NoReturn
from uuid import UUID

from desk_app.cli.argument_types import (
    count_up_to,
    day,
    moment,
    number,
    one_of,
    plain_text,
    seconds,
    secrets_place,
)
from desk_app.cli.command_results import print_error
from desk_app.cli.handover_command import add_hand_over
from desk_app.cli.program_options import add_without_command
from desk_app.cli.queue_arguments import add_queue
from sync.rules.offers import LimitPeriod, OfferKind, OfferStatus, Sector
from sync.rules.texts import visible
from sync.rules.tickets import KINDS
from sync.rules.visits import EntryMethod, VoidReason

_NAME_FI = "its name in Finnish"


class _Parser(argparse.ArgumentParser):
    """Reports wrong arguments without printing unsafe characters to the terminal."""

    def error(self, message: str) -> NoReturn:
        """End the program with status 2."""
        super().error("\n".join(map(visible, message.split("\n"))))


class _ParserForPrograms(_Parser):
    """Reports wrong arguments on standard output too, as the contract's JSON error."""

    def error(self, message: str) -> NoReturn:
        """End the program with status 2."""
        print_error("bad_usage", message, f"{self.prog} --help")
        super().error(message)


@lru_cache
def parser(*, as_json: bool = False) -> argparse.ArgumentParser:
    """The parser of ``kaikuluukku``. Without a command it asks for the window.

    ``as_json``: wrong arguments are reported on standard output too, as the contract's error.
    """
    top = (_ParserForPrograms if as_json else _Parser)(
        prog="kaikuluukku",
        description="Check Kaikukortti cards and record free tickets. Without a command, the "
        "program opens its window.",
        allow_abbrev=False,
    )
    _add_global(top, first=True)
    add_without_command(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, meaning: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=meaning, description=meaning, allow_abbrev=False)
        _add_global(added, first=False)
        return added

    _add_enrol(command("enrol", "Enrol this desk with the register."))

    sync = command(
        "sync",
        "Send waiting records, then download the register, the offers and the other desks' visits.",
    )
    sync.add_argument("--timeout", type=seconds, metavar="S", help="give up after S seconds")

    command("offers", "List the offers stored on this desk.")

    check = command("check", "Show which tickets a card can get.")
    _add_card(check)
    check.add_argument(
        "--on", type=day, metavar="DATE", help="date to check the card for (default: today)"
    )

    record = command("record", "Record tickets given with a card.")
    _add_visit(record)

    correct = command("correct", "Correct the tickets, the offer or the card of a recorded visit.")
    correct.add_argument("visit", type=UUID, metavar="VISIT_ID", help="ID of the visit")
    _add_visit(correct)

    void = command("void", "Withdraw a recorded visit.")
    void.add_argument("visit", type=UUID, metavar="VISIT_ID", help="ID of the visit")
    void.add_argument(
        "--reason",
        required=True,
        type=VoidReason,
        choices=list(VoidReason),
        metavar="R",
        help=f"reason: {', '.join(VoidReason)}",
    )

    add_offer = command("add-offer", "Add your own offer. You can give tickets for it at once.")
    add_offer.add_argument("--name", required=True, dest="name_fi", metavar="TEXT", help=_NAME_FI)
    _add_offer(add_offer)

    change_offer = command(
        "change-offer", "Change your own offer. Fields that you leave out stay the same."
    )
    change_offer.add_argument("offer", type=UUID, metavar="OFFER_ID", help="ID of the offer")
    change_offer.add_argument(
        "--name", dest="name_fi", default=argparse.SUPPRESS, metavar="TEXT", help=_NAME_FI
    )
    _add_offer(change_offer)

    withdraw_offer = command("withdraw-offer", "Remove your own offer from the list.")
    withdraw_offer.add_argument("offer", type=UUID, metavar="OFFER_ID", help="ID of the offer")

    command(
        "forget-pin",
        "Remove a forgotten PIN, as an administrator. A locked window then opens when you press "
        "Enter.",
    )

    command("restore-key", "Restore a lost key to this desk's data. The command asks for the key.")

    add_queue(command)
    _add_files(command)
    doctor = command("doctor", "Check this computer and say how to fix what is wrong.")
    doctor.add_argument(
        "--bundle",
        type=Path,
        metavar="FILE",
        help="also save the results, the settings and the logs in a ZIP file for support",
    )
    _add_offline(command)
    add_hand_over(commands)
    command(
        "self-test",
        "Check that this installation is complete. The command does not use any desk's data.",
    )

    scan = command(
        "scan", "Read the codes in pictures. The command works without an enrolled desk."
    )
    scan.add_argument("pictures", type=Path, nargs="+", metavar="IMAGE", help="PNG, JPEG, WebP, …")
    return top


def _add_enrol(enrol: argparse.ArgumentParser) -> None:
    """Arguments for what the machine's policy does not give."""
    enrol.add_argument(
        "--api", metavar="URL", help="address of the register (default: from the policy file)"
    )
    code = enrol.add_mutually_exclusive_group()
    code.add_argument("--code", type=plain_text, help="activation code; it can be used once")
    code.add_argument(
        "--code-file",
        type=Path,
        metavar="FILE",
        help="file that contains the activation code; deleted after use",
    )
    enrol.add_argument(
        "--name", type=plain_text, help="name of this desk (default: from the policy file)"
    )
    enrol.add_argument(
        "--ca",
        type=Path,
        metavar="FILE",
        help="PEM file with the certificates of your own certificate authority",
    )
    enrol.add_argument(
        "--yes",
        action="store_true",
        help="enrol even if records from this desk are still waiting to be sent",
    )
    enrol.add_argument(
        "--set-aside",
        action="store_true",
        help="if no key opens the old data, move it to the set-aside folder and start empty",
    )


def _add_offline(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    season = command(
        "season", "Show what to do today so that the desk can be offline until a date."
    )
    season.add_argument(
        "--until", required=True, type=day, metavar="DATE", help="the last day without a network"
    )
    command("neighbours", "Show which desks of the venue answer on the local network.")


def _add_files(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Arguments of the commands that read or write a file."""
    export = command("export", "Save the visits as a table.")
    export.add_argument("--format", required=True, choices=["csv", "xlsx", "json"])
    export.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE",
        help="file to save; an existing file is replaced",
    )
    export.add_argument("--from", dest="first", type=day, metavar="DATE", help="the first date")
    export.add_argument("--to", dest="last", type=day, metavar="DATE", help="the last date")
    export.add_argument(
        "--all-desks",
        action="store_true",
        help="include the other desks' visits, as of the last sync",
    )
    export.add_argument(
        "--with-cards", action="store_true", help="include card numbers that are still stored"
    )
    export.add_argument(  # the window's own: its voucher for the PIN is on standard input
        "--vouched", action="store_true", help=argparse.SUPPRESS
    )
    export.add_argument(
        "--progress",
        action="store_true",
        help="print progress lines to standard error, from progress 0.000 to progress 1.000",
    )

    carry_out = command(
        "carry-out",
        "Save unsent records in a transfer file for another desk to send, or save the register.",
    )
    carry_out.add_argument("file", type=Path, metavar="FILE")
    what = carry_out.add_mutually_exclusive_group()
    what.add_argument(
        "--venue",
        type=plain_text,
        metavar="ID",
        help="save the records that are held back for another venue",
    )
    what.add_argument(
        "--register",
        action="store_true",
        help="save the register and the venue's offers, for desks of the venue without a network",
    )
    carry_in = command(
        "carry-in",
        "Import a file that carry-out saved at another desk of the venue: unsent records, to send "
        "them, or the register. Opening the file takes about a second and 256 MiB of memory, and "
        "never more.",
    )
    carry_in.add_argument("file", type=Path, metavar="FILE")


def _add_global(to: argparse.ArgumentParser, *, first: bool) -> None:
    """Global options may stand before the command or after it; the later one counts."""

    def default(value: object) -> object:
        return value if first else argparse.SUPPRESS

    to.add_argument(
        "--home",
        type=Path,
        metavar="DIR",
        default=default(None),
        help="folder for this desk's data (default: the system's application data folder)",
    )
    to.add_argument(
        "--secrets",
        type=secrets_place,
        metavar="keyring|file:PATH",
        default=default("keyring"),
        help="where to store the key and the token (default: keyring); use file:PATH on a computer "
        "without a keyring",
    )
    to.add_argument(
        "--pin-file",
        type=Path,
        metavar="FILE",
        default=default(None),
        help="file with the desk's PIN, if one is set (default: the command asks for it)",
    )
    to.add_argument(
        "--json",
        action="store_true",
        default=default(value=False),
        help="print the result as one JSON object on standard output",
    )


def _add_offer(to: argparse.ArgumentParser) -> None:
    """Arguments for the fields of an offer; only those typed are in the namespace."""

    def add(name: str, read: Callable[[str], object], metavar: str, meaning: str = "") -> None:
        to.add_argument(
            f"--{name}", type=read, default=argparse.SUPPRESS, metavar=metavar, help=meaning or None
        )

    add("name-sv", str, "TEXT", "its name in Swedish")
    add("name-en", str, "TEXT", "its name in English")
    add("kind", one_of(OfferKind), "KIND", f"type of offer: {', '.join(OfferKind)}")
    add("sector", one_of(Sector), "SECTOR", f"sector for statistics: {', '.join(Sector)}")
    add("status", one_of(OfferStatus), "STATUS", f"status: {', '.join(OfferStatus)}")
    add("place", str, "TEXT", "a hall or an address")
    add("starts-at", moment, "TIME", "start time in RFC 3339 form")
    add("ends-at", moment, "TIME", "end time in RFC 3339 form")
    add("tickets", number, "N", "number of Kaikukortti tickets in all; none for no quota")
    for name, meaning in (
        ("limit", "visits per card"),
        ("course-limit", "courses per card, all the venue's courses together"),
    ):
        add(name, number, "N", f"{meaning}; none for no limit")
        add(f"{name}-period", one_of(LimitPeriod), "PERIOD", f"period: {', '.join(LimitPeriod)}")
        add(f"{name}-days", number, "N", "number of days, if the period is days")
        add(f"{name}-months", number, "N", "number of months, if the period is months")
    add("value-cents", number, "CENTS", "price of a ticket or place")
    add("ceiling-cents", number, "CENTS", "the venue's share at most; the holder pays the rest")
    add("venue", str, "ID", "venue of the offer, on a desk of several venues")
    for name, dest, value, meaning in (
        ("value-asked", "value_asked", True, "the fee is asked for at the counter"),
        ("no-minors", "minors_allowed", False, "the offer does not include children"),
        ("minors", "minors_allowed", True, "the offer includes children"),
    ):
        to.add_argument(
            f"--{name}",
            dest=dest,
            action="store_const",
            const=value,
            default=argparse.SUPPRESS,
            help=meaning,
        )


def _add_visit(to: argparse.ArgumentParser) -> None:
    _add_card(to)
    _add_tickets(to)
    to.add_argument(
        "--provisional",
        action="store_true",
        help="record a card that is not in the register, using the date printed on it",
    )
    to.add_argument(
        "--printed-valid-until", type=day, metavar="DATE", help="last valid day printed on the card"
    )
    to.add_argument(
        "--entry",
        type=EntryMethod,
        choices=list(EntryMethod),
        default=EntryMethod.TYPED,
        metavar="E",
        help="how the card number was read: " + ", ".join(EntryMethod),
    )
    to.add_argument(
        "--recorded-at",
        type=moment,
        metavar="TIME",
        help="time of the visit in RFC 3339 form (default: now)",
    )
    to.add_argument(
        "--operator", type=plain_text, metavar="TEXT", help="initials or code of the operator"
    )


def _add_card(to: argparse.ArgumentParser) -> None:
    to.add_argument("number", metavar="NUMBER", help="the card number, as printed or typed")
    to.add_argument("--offer", required=True, type=UUID, metavar="ID", help="ID of the offer")
    to.add_argument(
        "--value-cents", type=number, metavar="CENTS", help="the fee, if the offer asks for it"
    )


def _add_tickets(to: argparse.ArgumentParser) -> None:
    for kind in KINDS:
        default = f"1 for a {kind.card} card" if kind.presents_card else "0"
        to.add_argument(
            f"--{kind.name.replace('_', '-')}",
            dest=kind.name,
            type=count_up_to(kind.most),
            metavar="0|1" if kind.presents_card else "N",
            help=f"number of tickets (default: {default})",
        )
