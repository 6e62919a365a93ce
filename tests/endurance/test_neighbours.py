"""The trial of neighbours in its smallest form; the long one is a command of its own."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import asdict

import pytest

from tests.endurance.captures import Capture
from tests.endurance.neighbours import known_of_lost, plan, run
from tests.endurance.networks import ip, remove_leftovers
from tests.helpers.log_watch import LogWatch

pytestmark = pytest.mark.slow


def test_a_short_evening_with_cuts_and_kills_loses_nothing_and_hands_out_no_ticket_too_many(
    log_watch: LogWatch, record_property: Callable[[str, object], None]
) -> None:
    log_watch.allow(r"^sync\.")
    report = run(plan("--desks", "3", "--visits", "40"))

    record_property("network", report.network)
    assert (report.lost, report.doubled, report.wrong, report.over_quota) == (0, 0, 0, 0)
    assert (report.clear, report.sees_what_is_planted) == ([], True)
    assert report.is_good, asdict(report)
    assert report.captured_bytes > 10_000


def test_without_shares_too_many_tickets_are_handed_out_and_the_check_says_so(
    log_watch: LogWatch,
) -> None:
    log_watch.allow(r"^sync\.")
    words = ("--desks", "2", "--visits", "10", "--shares", "off", "--network", "loopback")
    report = run(plan(*words))

    assert report.over_quota > 0
    assert report.at_rest
    assert not report.is_good


def test_of_what_the_register_lacks_all_is_lost_but_what_its_desk_took_back_before() -> None:
    missing = {
        "voided": [[["withdrawn", "quota_exceeded", None]], []],
        "voided, and gone": [[["accepted", None, None]], []],
        "withdrawn by nobody": [[["withdrawn", None, None]]],
        "refused": [[["rejected", "quota_exceeded", None]]],
    }

    lost = known_of_lost(missing, {"voided", "voided, and gone"})

    assert [*lost] == ["voided, and gone", "withdrawn by nobody", "refused"]


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le"])
def test_a_number_that_crosses_the_network_in_clear_is_found_also_where_it_comes_in_pieces(
    coding: str,
) -> None:
    capture = Capture(["AB12345"])
    data = "card=ab12345".encode(coding)

    capture.saw("here", data[:9])
    capture.saw("there", b"something else")
    assert capture.found == set()
    capture.saw("here", data[9:])

    assert capture.found


def test_what_a_killed_run_left_behind_is_removed_by_the_next_one() -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    left, mine = f"lan{ended.pid}n1", f"lan{os.getpid()}n1"
    try:
        for name in (left, mine):
            ip("netns", "add", name)
    except (subprocess.CalledProcessError, OSError) as refused:
        pytest.skip(f"network namespaces are not allowed here: {refused}")
    try:
        remove_leftovers()
        there = ip("netns", "list")
    finally:
        ip("netns", "del", mine)

    assert left not in there
    assert mine in there
