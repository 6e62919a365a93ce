"""Messages of the doctor's findings: the problem, and its fix if there is one."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

FINDINGS: Mapping[str, tuple[str, ...]] = {
    "program": (QT_TRANSLATE_NOOP("Check", "Kaikuluukku {version} on {system}."),),
    "keyring": (
        QT_TRANSLATE_NOOP("Check", "The key and the token are stored in this system's keyring."),
    ),
    "secrets_file": (
        QT_TRANSLATE_NOOP(
            "Check",
            "The key and the token are stored in a file, as the administrator chose: {path}.",
        ),
    ),
    "zbar": (QT_TRANSLATE_NOOP("Check", "The library that reads codes (zbar) is installed."),),
    "zbar_missing": (
        QT_TRANSLATE_NOOP("Check", "The zbar library is missing, so the camera cannot read codes."),
        QT_TRANSLATE_NOOP(
            "Check",
            "Install libzbar0 on Debian and Ubuntu, zbar from Homebrew on macOS, or Microsoft's "
            "Visual C++ 2013 redistributable on Windows.",
        ),
    ),
    "camera": (QT_TRANSLATE_NOOP("Check", "Cameras: {names}."),),
    "camera_none": (
        QT_TRANSLATE_NOOP(
            "Check", "No camera is connected. Scan cards with a scanner or type their numbers."
        ),
    ),
    "disk": (QT_TRANSLATE_NOOP("Check", "The folder {path} is writable and has {free} MB free."),),
    "disk_low": (
        QT_TRANSLATE_NOOP("Check", "Only {free} MB of disk space is free at {path}."),
        QT_TRANSLATE_NOOP("Check", "Free up disk space: visits cannot be recorded on a full disk."),
    ),
    "folder": (
        QT_TRANSLATE_NOOP(
            "Check", "The folder {path} is not managed by a cloud service and is not on a network."
        ),
    ),
    "folder_kept": (
        QT_TRANSLATE_NOOP(
            "Check", "{keeper} manages the folder {path} and can restore older files or lock them."
        ),
        QT_TRANSLATE_NOOP(
            "Check",
            "Close the program, move the folder to this computer's own disk, and start the "
            "program with --home and the new folder.",
        ),
    ),
    "data": (
        QT_TRANSLATE_NOOP("Check", "The database and the operation log are intact and agree."),
    ),
    "data_missing": (
        QT_TRANSLATE_NOOP("Check", "Records are missing from this desk's data. {what}"),
        QT_TRANSLATE_NOOP(
            "Check",
            "Find out what restores older files (a cloud service, a backup), and keep the "
            "desk's folder out of it. The command kaikuluukku acknowledge confirms that you have "
            "read this.",
        ),
    ),
    "neighbours_off": (QT_TRANSLATE_NOOP("Check", "The desk exchanges nothing with other desks."),),
    "neighbours_together": (
        QT_TRANSLATE_NOOP(
            "Check", "Other desks that answer on the local network: {there} of {of}."
        ),
    ),
    "neighbours_searching": (
        QT_TRANSLATE_NOOP("Check", "None of the {of} other desks answers on the local network."),
        QT_TRANSLATE_NOOP(
            "Check",
            "Check that they are on, that this network and the firewalls let TCP port 47113 "
            "through, and enter their addresses in the settings.",
        ),
    ),
    "neighbours_alone": (
        QT_TRANSLATE_NOOP("Check", "The register knows of no other desk to exchange with."),
        QT_TRANSLATE_NOOP(
            "Check",
            "Turn on “Other desks on the network” at every desk, and sync each of them twice.",
        ),
    ),
    "data_mended": (QT_TRANSLATE_NOOP("Check", "The data was repaired on {day}: {what}"),),
    "data_lost": (
        QT_TRANSLATE_NOOP("Check", "The data was repaired on {day}: {what}"),
        QT_TRANSLATE_NOOP(
            "Check",
            "Sync once, compare the page Visits with your own notes from that day, and record "
            "missing visits again.",
        ),
    ),
    "not_made": (
        QT_TRANSLATE_NOOP("Check", "No desk is enrolled in {path} yet."),
        QT_TRANSLATE_NOOP("Check", "Enrol it with an activation code from Kaikukeskus."),
    ),
    "enrolled": (QT_TRANSLATE_NOOP("Check", "The desk is enrolled for {venue}."),),
    "clock": (QT_TRANSLATE_NOOP("Check", "The clock agrees with the register's time."),),
    "clock_unheard": (
        QT_TRANSLATE_NOOP(
            "Check", "The clock has run steadily since the last time check with the register."
        ),
    ),
    "clock_off": (
        QT_TRANSLATE_NOOP("Check", "{wrong}."),
        QT_TRANSLATE_NOOP("Check", "{mend}"),
    ),
    "clock_doubtful": (
        QT_TRANSLATE_NOOP(
            "Check", "This computer's clock has jumped, so the program does not trust it."
        ),
        QT_TRANSLATE_NOOP(
            "Check", "Set the clock, then sync once to check it against the register's time."
        ),
    ),
    "proxy": (QT_TRANSLATE_NOOP("Check", "The register is reached through the proxy {proxy}."),),
    "proxy_none": (QT_TRANSLATE_NOOP("Check", "No proxy is in use."),),
    "reached": (QT_TRANSLATE_NOOP("Check", "The register responds at {address}."),),
    "token_unknown": (
        QT_TRANSLATE_NOOP("Check", "The register has not recognised this desk for two days."),
        QT_TRANSLATE_NOOP(
            "Check",
            "Ask Kaikukeskus for a new activation code, and enrol the desk again. Everything "
            "recorded here is kept.",
        ),
    ),
    "certificate": (
        QT_TRANSLATE_NOOP("Check", "The register's certificate is valid until {day}."),
    ),
    "certificate_ends": (
        QT_TRANSLATE_NOOP("Check", "The register's certificate expires on {day}."),
        QT_TRANSLATE_NOOP("Check", "Ask the operator of the register to renew the certificate."),
    ),
    "certificate_none": (
        QT_TRANSLATE_NOOP(
            "Check", "The register runs on this computer, so no certificate is needed."
        ),
    ),
    "certificate_unseen": (
        QT_TRANSLATE_NOOP(
            "Check", "Behind a proxy, the certificate is checked on each connection."
        ),
    ),
    "fresh": (
        QT_TRANSLATE_NOOP("Check", "This desk's copy of the register is from {day}, {time}."),
    ),
    "stale": (
        QT_TRANSLATE_NOOP(
            "Check", "This desk's copy of the register is old. It is from {day}, {time}."
        ),
        QT_TRANSLATE_NOOP("Check", "Connect this computer to a network and sync once."),
    ),
    "never": (
        QT_TRANSLATE_NOOP("Check", "The register has not been downloaded yet."),
        QT_TRANSLATE_NOOP("Check", "Connect this computer to a network and sync once."),
    ),
    "queue": (QT_TRANSLATE_NOOP("Check", "Visits and changes waiting to be sent: {pending}."),),
    "data_once": (QT_TRANSLATE_NOOP("Check", "This desk's data is used only on this computer."),),
    "data_twice": (
        QT_TRANSLATE_NOOP(
            "Check",
            "On {day}, the register noticed that this desk's data is in use in two places or that "
            "an old copy was restored.",
        ),
        QT_TRANSLATE_NOOP(
            "Check",
            "If the data was copied to another computer, enrol that computer as a separate desk.",
        ),
    ),
    "queue_refused": (
        QT_TRANSLATE_NOOP("Check", "Records that the register rejected: {attention}."),
        QT_TRANSLATE_NOOP(
            "Check", "Resolve them on the page To resolve, or list them with the command queue."
        ),
    ),
}
"""By code. A finding with one sentence is well; one with two names the problem, then the fix."""
