"""Messages of the doctor's findings: the problem, and its fix if there is one."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

FINDINGS: Mapping[str, tuple[str, ...]] = {
    "program": (QT_TRANSLATE_NOOP("Check", "Kaikuluukku {version} on {system}."),),
    "keyring": (QT_TRANSLATE_NOOP("Check", "Key and token are kept in this system's keyring."),),
    "secrets_file": (
        QT_TRANSLATE_NOOP("Check", "Key and token are kept in a file, as an admin chose: {path}."),
    ),
    "zbar": (QT_TRANSLATE_NOOP("Check", "The library that reads codes is there."),),
    "zbar_missing": (
        QT_TRANSLATE_NOOP("Check", "The zbar library is missing: the camera reads no codes."),
        QT_TRANSLATE_NOOP(
            "Check",
            "On Debian and Ubuntu install libzbar0, on a Mac zbar from Homebrew, on Windows "
            "Microsoft's Visual C++ 2013 redistributable.",
        ),
    ),
    "camera": (QT_TRANSLATE_NOOP("Check", "Cameras: {names}."),),
    "camera_none": (
        QT_TRANSLATE_NOOP("Check", "No camera is plugged in; cards are typed or scanned."),
    ),
    "disk": (QT_TRANSLATE_NOOP("Check", "{path} can be written; {free} MB are free."),),
    "disk_low": (
        QT_TRANSLATE_NOOP("Check", "Only {free} MB are free at {path}."),
        QT_TRANSLATE_NOOP("Check", "Make room: a full disk stops the recording."),
    ),
    "folder": (QT_TRANSLATE_NOOP("Check", "No cloud service and no network keeps {path}."),),
    "folder_kept": (
        QT_TRANSLATE_NOOP(
            "Check", "{path} is kept by {keeper}, which can put older files back or lock them."
        ),
        QT_TRANSLATE_NOOP(
            "Check",
            "Close the program, move the folder to this computer's own disk, and start it with "
            "--home and the new folder.",
        ),
    ),
    "data": (QT_TRANSLATE_NOOP("Check", "Database and operation log are whole, and agree."),),
    "data_mended": (QT_TRANSLATE_NOOP("Check", "The data was mended on {day}: {what}"),),
    "data_lost": (
        QT_TRANSLATE_NOOP("Check", "The data was mended on {day}: {what}"),
        QT_TRANSLATE_NOOP(
            "Check",
            "Send once, compare the page of visits with your own notes of that day, and record "
            "again what is missing.",
        ),
    ),
    "not_made": (
        QT_TRANSLATE_NOOP("Check", "There is no desk in {path} yet."),
        QT_TRANSLATE_NOOP("Check", "Enrol it with an activation code from Kaikukeskus."),
    ),
    "enrolled": (QT_TRANSLATE_NOOP("Check", "The desk is enrolled for {venue}."),),
    "clock": (QT_TRANSLATE_NOOP("Check", "The clock agrees with the register's."),),
    "clock_unheard": (
        QT_TRANSLATE_NOOP("Check", "The clock runs on since the register last told the time."),
    ),
    "clock_off": (
        QT_TRANSLATE_NOOP("Check", "{wrong}."),
        QT_TRANSLATE_NOOP("Check", "{mend}"),
    ),
    "clock_doubtful": (
        QT_TRANSLATE_NOOP("Check", "The clock of this computer jumped, and is not trusted."),
        QT_TRANSLATE_NOOP("Check", "Set it right, and send once: the register tells the time."),
    ),
    "proxy": (QT_TRANSLATE_NOOP("Check", "The register is reached through the proxy {proxy}."),),
    "proxy_none": (QT_TRANSLATE_NOOP("Check", "No proxy is in force."),),
    "reached": (QT_TRANSLATE_NOOP("Check", "The register answers: {address}."),),
    "certificate": (QT_TRANSLATE_NOOP("Check", "The register's certificate is good until {day}."),),
    "certificate_ends": (
        QT_TRANSLATE_NOOP("Check", "The register's certificate runs out on {day}."),
        QT_TRANSLATE_NOOP("Check", "Tell those who run the register: it needs a new one."),
    ),
    "certificate_none": (
        QT_TRANSLATE_NOOP("Check", "The register is on this machine: no certificate is needed."),
    ),
    "certificate_unseen": (
        QT_TRANSLATE_NOOP("Check", "Behind a proxy the certificate is checked with every call."),
    ),
    "fresh": (QT_TRANSLATE_NOOP("Check", "The register here is as of {when}."),),
    "stale": (
        QT_TRANSLATE_NOOP("Check", "The register here is old: as of {when}."),
        QT_TRANSLATE_NOOP("Check", "Bring the computer to a network, and send once."),
    ),
    "never": (
        QT_TRANSLATE_NOOP("Check", "The register has not been fetched yet."),
        QT_TRANSLATE_NOOP("Check", "Bring the computer to a network, and send once."),
    ),
    "queue": (QT_TRANSLATE_NOOP("Check", "Visits and changes that wait to be sent: {pending}."),),
    "data_once": (QT_TRANSLATE_NOOP("Check", "This desk's data is in use here alone."),),
    "data_twice": (
        QT_TRANSLATE_NOOP(
            "Check",
            "On {day} the register saw this desk's data used twice, or an old copy put back.",
        ),
        QT_TRANSLATE_NOOP(
            "Check",
            "If the data was copied to another computer, enrol that one as a desk of its own.",
        ),
    ),
    "queue_refused": (
        QT_TRANSLATE_NOOP("Check", "The register refused this many: {attention}."),
        QT_TRANSLATE_NOOP("Check", "Settle them in the window, or see the command queue."),
    ),
}
"""By code. A finding with one sentence is well; one with two names the problem, then the fix."""
