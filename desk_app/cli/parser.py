"""The argument parser: commands, options and their help."""

import argparse
from collections.abc import Callable
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
from desk_app.cli.results import print_error
from desk_app.services.ports import Resolution
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


def parser(*, as_json: bool = False) -> argparse.ArgumentParser:
    """The parser of ``kaikuluukku``. Without a command it asks for the window.

    ``as_json``: wrong arguments are reported on standard output too, as the contract's error.
    """
    top = (_ParserForPrograms if as_json else _Parser)(
        prog="kaikuluukku",
        description="The Kaikukortti ticket window. Without a command, the window opens.",
        allow_abbrev=False,
    )
    _add_global(top, first=True)
    top.add_argument(
        "--camera",
        type=Path,
        metavar="FILE",
        help="a video, or a folder of pictures, in place of the window's camera",
    )
    commands = top.add_subparsers(
        dest="command",
        metavar="COMMAND",
        title="commands",
    )

    def command(name: str, meaning: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=meaning, description=meaning, allow_abbrev=False)
        _add_global(added, first=False)
        return added

    _add_enrol(command("enrol", "Enrol this desk with the register."))

    sync = command("sync", "Send what waits, then fetch register, offers and activity.")
    sync.add_argument("--timeout", type=seconds, metavar="S", help="give up after S seconds")

    command("offers", "List the offers in the local cache.")

    check = command("check", "Say what may be given on a card.")
    _add_card(check)
    check.add_argument("--on", type=day, metavar="DATE", help="the day to judge by; default today")

    record = command("record", "Record the tickets given on a card.")
    _add_visit(record)

    correct = command("correct", "Replace a recorded visit: other tickets, offer or card.")
    correct.add_argument("visit", type=UUID, metavar="VISIT_ID")
    _add_visit(correct)

    void = command("void", "Take a recorded visit back.")
    void.add_argument("visit", type=UUID, metavar="VISIT_ID")
    void.add_argument(
        "--reason",
        required=True,
        type=VoidReason,
        choices=list(VoidReason),
        metavar="R",
        help=", ".join(VoidReason),
    )

    add_offer = command("add-offer", "Add an offer of the venue's own; it can be sold at once.")
    add_offer.add_argument("--name", required=True, dest="name_fi", metavar="TEXT", help=_NAME_FI)
    _add_offer(add_offer)

    change_offer = command(
        "change-offer", "Change an offer of the venue's own; what is not named stays."
    )
    change_offer.add_argument("offer", type=UUID, metavar="OFFER_ID")
    change_offer.add_argument(
        "--name", dest="name_fi", default=argparse.SUPPRESS, metavar="TEXT", help=_NAME_FI
    )
    _add_offer(change_offer)

    withdraw_offer = command("withdraw-offer", "Take an offer of the venue's own off its list.")
    withdraw_offer.add_argument("offer", type=UUID, metavar="OFFER_ID")

    command("queue", "Show what waits to be sent, and what needs attention.")

    command(
        "forget-pin",
        "Remove a forgotten PIN, as an administrator; the window unlocks at the next try.",
    )

    command("restore-key", "Put back a lost key to this desk's data; it is asked for.")

    resolve = command("resolve", "Settle what the register refused; queue names it.")
    actions = [Resolution.WITHDRAW, Resolution.AGAIN, Resolution.NOTE]
    resolve.add_argument(
        "action",
        type=Resolution,
        choices=actions,
        metavar="withdraw|again|note",
        help="take the visit back; send it again as it is; or pass it on to Kaikukeskus",
    )
    resolve.add_argument("ids", type=UUID, nargs="+", metavar="ID", help="id in the queue")
    resolve.add_argument("--note", type=str, metavar="TEXT", help="the note to leave")
    resolve.add_argument(
        "--operator", type=plain_text, metavar="TEXT", help="the operator's own mark"
    )

    _add_papers(command)
    doctor = command("doctor", "Check this computer, and name the mend of what is wrong.")
    doctor.add_argument(
        "--bundle",
        type=Path,
        metavar="FILE",
        help="leave findings, settings and logs in a ZIP file too, for whoever helps",
    )
    season = command("season", "Say what to do today to be without a network until a day.")
    season.add_argument(
        "--until", required=True, type=day, metavar="DATE", help="the last day without a network"
    )
    command("self-test", "Prove that this installation is whole; no desk is touched.")

    scan = command("scan", "Say what the codes in pictures mean; needs no enrolled desk.")
    scan.add_argument("pictures", type=Path, nargs="+", metavar="IMAGE", help="PNG, JPEG, WebP, …")
    return top


def _add_enrol(enrol: argparse.ArgumentParser) -> None:
    """Arguments for what the machine's policy does not give."""
    enrol.add_argument("--api", metavar="URL", help="address of the register; default the policy's")
    code = enrol.add_mutually_exclusive_group()
    code.add_argument("--code", type=plain_text, help="activation code; it works once")
    code.add_argument(
        "--code-file", type=Path, metavar="FILE", help="file with the code; removed once it is used"
    )
    enrol.add_argument("--name", type=plain_text, help="name of this desk; default the policy's")
    enrol.add_argument("--ca", type=Path, metavar="FILE", help="certificates of an own authority")
    enrol.add_argument(
        "--yes", action="store_true", help="also where work of this desk still waits to be sent"
    )
    enrol.add_argument(
        "--set-aside",
        action="store_true",
        help="where no key opens the old data, keep it aside and start afresh",
    )


def _add_papers(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Arguments of the commands that read or write a file."""
    export = command("export", "Write the visits as a table.")
    export.add_argument("--format", required=True, choices=["csv", "xlsx", "json"])
    export.add_argument("--out", required=True, type=Path, metavar="FILE", help="replaced if there")
    export.add_argument("--from", dest="first", type=day, metavar="DATE", help="the first day")
    export.add_argument("--to", dest="last", type=day, metavar="DATE", help="the last day")
    export.add_argument(
        "--all-desks", action="store_true", help="the other desks' visits too, as last heard of"
    )
    export.add_argument(
        "--with-cards", action="store_true", help="card numbers too, where they are still known"
    )
    export.add_argument(  # the window's own: its voucher for the PIN is on standard input
        "--vouched", action="store_true", help=argparse.SUPPRESS
    )
    export.add_argument(
        "--progress",
        action="store_true",
        help="say on standard error how far it is: lines from progress 0.000 to progress 1.000",
    )

    carry_out = command(
        "carry-out", "Write unsent work to a file for another desk to send, or the register."
    )
    carry_out.add_argument("file", type=Path, metavar="FILE")
    what = carry_out.add_mutually_exclusive_group()
    what.add_argument(
        "--venue", type=plain_text, metavar="ID", help="what is held back for another venue"
    )
    what.add_argument(
        "--register",
        action="store_true",
        help="the register and the venue's offers, for desks of the venue without a network",
    )
    carry_in = command(
        "carry-in",
        "Take in what carry-out wrote at another desk of the venue: unsent work, to send it, or "
        "the register. Opening the file takes about a second and 256 MiB of memory, and never "
        "more.",
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
        help="folder for all of this desk's data",
    )
    to.add_argument(
        "--secrets",
        type=secrets_place,
        metavar="keyring|file:PATH",
        default=default("keyring"),
        help="where key and token are kept; a file is for machines without a keyring",
    )
    to.add_argument(
        "--pin-file",
        type=Path,
        metavar="FILE",
        default=default(None),
        help="file with the desk's PIN, where one is set; else it is asked for",
    )
    to.add_argument(
        "--json",
        action="store_true",
        default=default(value=False),
        help="answer with one JSON object on standard output",
    )


def _add_offer(to: argparse.ArgumentParser) -> None:
    """Arguments for the fields of an offer; only those typed are in the namespace."""

    def add(name: str, read: Callable[[str], object], metavar: str, meaning: str = "") -> None:
        to.add_argument(
            f"--{name}", type=read, default=argparse.SUPPRESS, metavar=metavar, help=meaning or None
        )

    add("name-sv", str, "TEXT", "its name in Swedish")
    add("name-en", str, "TEXT", "its name in English")
    add("kind", one_of(OfferKind), "KIND", ", ".join(OfferKind))
    add("sector", one_of(Sector), "SECTOR", ", ".join(Sector))
    add("status", one_of(OfferStatus), "STATUS", ", ".join(OfferStatus))
    add("place", str, "TEXT")
    add("starts-at", moment, "TIME")
    add("ends-at", moment, "TIME")
    add("tickets", number, "N", "how many the venue gives in all; none for no quota")
    for name, meaning in (
        ("limit", "how often one card may come to it"),
        ("course-limit", "how often one card may come to any of the venue's courses"),
    ):
        add(name, number, "N", f"{meaning}; none for no limit")
        add(f"{name}-period", one_of(LimitPeriod), "PERIOD", ", ".join(LimitPeriod))
        add(f"{name}-days", number, "N", "the span of the period days")
        add(f"{name}-months", number, "N", "the span of the period months")
    add("value-cents", number, "CENTS", "what a ticket is worth")
    add("ceiling-cents", number, "CENTS", "what the venue gives; the holder pays the rest")
    add("venue", str, "ID", "on a desk of several venues, whose offer it is")
    for name, dest, value, meaning in (
        ("value-asked", "value_asked", True, "the fee is asked for at the counter"),
        ("no-minors", "minors_allowed", False, "children get no tickets"),
        ("minors", "minors_allowed", True, "children get tickets"),
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
        help="record a card that cannot be looked up, by its cardboard",
    )
    to.add_argument(
        "--printed-valid-until", type=day, metavar="DATE", help="the last day printed on the card"
    )
    to.add_argument(
        "--entry",
        type=EntryMethod,
        choices=list(EntryMethod),
        default=EntryMethod.TYPED,
        metavar="E",
        help="how the number came in: " + ", ".join(EntryMethod),
    )
    to.add_argument(
        "--recorded-at", type=moment, metavar="TIME", help="when it was; RFC 3339, default now"
    )
    to.add_argument("--operator", type=plain_text, metavar="TEXT", help="the operator's own mark")


def _add_card(to: argparse.ArgumentParser) -> None:
    to.add_argument("number", metavar="NUMBER", help="the card number, as printed or typed")
    to.add_argument("--offer", required=True, type=UUID, metavar="ID", help="the offer's id")
    to.add_argument(
        "--value-cents", type=number, metavar="CENTS", help="the fee, where the offer asks for it"
    )


def _add_tickets(to: argparse.ArgumentParser) -> None:
    for kind in KINDS:
        to.add_argument(
            f"--{kind.name.replace('_', '-')}",
            dest=kind.name,
            type=count_up_to(kind.most),
            metavar="0|1" if kind.presents_card else "N",
            help=f"default: 1 on a {kind.card} card" if kind.presents_card else None,
        )
