"""Messages of errors, by their stable code: what happened, and the next step."""

from collections.abc import Mapping

from desk_app.messages.picture_faults import PICTURE_ERRORS
from desk_app.messages.pin_faults import PIN_ERRORS
from desk_app.messages.register_faults import REGISTER_ERRORS
from desk_app.messages.store_faults import STORE_ERRORS
from desk_app.messages.translation import QT_TRANSLATE_NOOP

DAY_MEANT = QT_TRANSLATE_NOOP("Error", "Was {meant} meant?")
"""The next step where only the year of a day is wrong."""

ERRORS: Mapping[str, tuple[str, str]] = {
    **STORE_ERRORS,
    "offer_not_found": (
        QT_TRANSLATE_NOOP("Error", "No such offer is known here."),
        QT_TRANSLATE_NOOP("Error", "Fetch the offers from the register, or check the id."),
    ),
    "help_missing": (
        QT_TRANSLATE_NOOP("Error", "The help is missing."),
        QT_TRANSLATE_NOOP("Error", "Install the program again; what was recorded is kept."),
    ),
    **PIN_ERRORS,
    **REGISTER_ERRORS,
    "put_back_too_late": (
        QT_TRANSLATE_NOOP("Error", "The visit can no longer be put back: its day is over."),
        QT_TRANSLATE_NOOP("Error", "Record it again with its own day."),
    ),
    "font_missing": (
        QT_TRANSLATE_NOOP("Error", "The program's font is missing: {path}."),
        QT_TRANSLATE_NOOP("Error", "Install the program again; what was recorded is kept."),
    ),
    "no_display": (
        QT_TRANSLATE_NOOP("Error", "There is no screen here to open a window on."),
        QT_TRANSLATE_NOOP("Error", "Name a command to work without one; --help lists them."),
    ),
    "window_silent": (
        QT_TRANSLATE_NOOP("Error", "Kaikuluukku is open already, but does not answer."),
        QT_TRANSLATE_NOOP(
            "Error", "Wait a moment. If nothing happens, close it and open it again."
        ),
    ),
    "offer_malformed": (
        QT_TRANSLATE_NOOP("Error", "The offer needs a Finnish name."),
        QT_TRANSLATE_NOOP("Error", "Give it, and times and numbers that make sense."),
    ),
    "name_malformed": (
        QT_TRANSLATE_NOOP(
            "Error", "The name is too long, or holds a character that cannot be seen."
        ),
        QT_TRANSLATE_NOOP("Error", "Type the name yourself; do not copy it from elsewhere."),
    ),
    "visit_not_found": (
        QT_TRANSLATE_NOOP("Error", "No such visit was recorded at this desk."),
        QT_TRANSLATE_NOOP("Error", "Check the id of the visit."),
    ),
    "already_voided": (
        QT_TRANSLATE_NOOP("Error", "The visit has been taken back before."),
        QT_TRANSLATE_NOOP("Error", "Nothing more needs to be done."),
    ),
    "not_in_inbox": (
        QT_TRANSLATE_NOOP("Error", "There is nothing refused under this id."),
        QT_TRANSLATE_NOOP("Error", "It may have been settled already: look at the queue again."),
    ),
    "remedy_not_possible": (
        QT_TRANSLATE_NOOP("Error", "This cannot be done about that refusal."),
        QT_TRANSLATE_NOOP("Error", "Choose another way: the queue names those that there are."),
    ),
    "note_malformed": (
        QT_TRANSLATE_NOOP("Error", "The note or the operator's mark cannot be kept like this."),
        QT_TRANSLATE_NOOP(
            "Error", "Write one line of at most 500 characters, without a card number."
        ),
    ),
    "printed_day_missing": (
        QT_TRANSLATE_NOOP("Error", "The last day printed on the card is missing."),
        QT_TRANSLATE_NOOP("Error", "Read it off the card and give it too."),
    ),
    "value_missing": (
        QT_TRANSLATE_NOOP("Error", "The fee is missing: it differs from one to another here."),
        QT_TRANSLATE_NOOP("Error", "Ask what it is, and give it too."),
    ),
    "offer_not_own": (
        QT_TRANSLATE_NOOP("Error", "This desk's venue did not add the offer {offer} itself."),
        QT_TRANSLATE_NOOP("Error", "Ask Kaikukeskus to change it in the register."),
    ),
    "printer_unavailable": (
        QT_TRANSLATE_NOOP("Error", "The printer took nothing."),
        QT_TRANSLATE_NOOP("Error", "Look whether it is on, or save the form as PDF."),
    ),
    "time_unsure": (
        QT_TRANSLATE_NOOP("Error", "The register's time is far from this computer's."),
        QT_TRANSLATE_NOOP(
            "Error", "Nothing is sent before it is known which is right. Try again in a minute."
        ),
    ),
    "day_to_come": (
        QT_TRANSLATE_NOOP("Error", "The day {day} is still to come."),
        QT_TRANSLATE_NOOP("Error", "Take the day on which the tickets were given."),
    ),
    "day_too_old": (
        QT_TRANSLATE_NOOP("Error", "The day {day} is too long ago: 400 days are the most."),
        QT_TRANSLATE_NOOP("Error", "Take the day on which the tickets were given."),
    ),
    "row_gone": (
        QT_TRANSLATE_NOOP("Error", "This row was recorded or put away meanwhile."),
        QT_TRANSLATE_NOOP("Error", "The page of visits shows what is recorded."),
    ),
    "provisional_not_allowed": (
        QT_TRANSLATE_NOOP("Error", "This venue may not record cards that cannot be looked up."),
        QT_TRANSLATE_NOOP("Error", "Renew the register over the internet and try again."),
    ),
    **PICTURE_ERRORS,
    "file_unreadable": (
        QT_TRANSLATE_NOOP("Error", "The file cannot be read: {path}."),
        QT_TRANSLATE_NOOP("Error", "Check its name, and that you may read it."),
    ),
    "file_unwritable": (
        QT_TRANSLATE_NOOP("Error", "The file cannot be written: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was written. Choose another place, or make room there.",
        ),
    ),
    "export_stopped": (
        QT_TRANSLATE_NOOP("Error", "Stopped: the file was not saved."),
        QT_TRANSLATE_NOOP("Error", "A file of that name that was there before is as it was."),
    ),
    "export_broken_off": (
        QT_TRANSLATE_NOOP("Error", "Saving the file broke off."),
        QT_TRANSLATE_NOOP(
            "Error",
            "No visit is lost. Try again, or with fewer days; if it breaks off again, ask your IT "
            "support for help.",
        ),
    ),
    "file_taken": (
        QT_TRANSLATE_NOOP("Error", "There is another file of that name: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was overwritten. Choose another name."),
    ),
    "passphrase_missing": (
        QT_TRANSLATE_NOOP("Error", "A passphrase is needed."),
        QT_TRANSLATE_NOOP("Error", "Type it when asked, or give it in KAIKULUUKKU_PASSPHRASE."),
    ),
    "key_malformed": (
        QT_TRANSLATE_NOOP(
            "Error", "That is not a key: a key is 64 digits and letters from a to f."
        ),
        QT_TRANSLATE_NOOP("Error", "Copy it whole, and try again. Nothing was changed."),
    ),
    "passphrase_differs": (
        QT_TRANSLATE_NOOP("Error", "The passphrase was not the same both times."),
        QT_TRANSLATE_NOOP("Error", "Try again, and type it slowly."),
    ),
    "passphrase_weak": (
        QT_TRANSLATE_NOOP("Error", "The passphrase is too easy to guess."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Take one of at least {shortest} characters, not the same ones over and over: a few "
            "words do well.",
        ),
    ),
    "parcel_foreign": (
        QT_TRANSLATE_NOOP("Error", "The file is not one that carry-out wrote."),
        QT_TRANSLATE_NOOP("Error", "Nothing was taken in. Check which file it is."),
    ),
    "parcel_too_new": (
        QT_TRANSLATE_NOOP("Error", "The file was written by a newer version."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was taken in. Install the newest version of Kaikuluukku.",
        ),
    ),
    "parcel_too_large": (
        QT_TRANSLATE_NOOP("Error", "The file is too large to be carried work."),
        QT_TRANSLATE_NOOP("Error", "Nothing was taken in or written. Check which file it is."),
    ),
    "parcel_unopened": (
        QT_TRANSLATE_NOOP("Error", "The passphrase is wrong, or the file was changed."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was taken in. Try the passphrase again, or carry the work out again.",
        ),
    ),
    "parcel_elsewhere": (
        QT_TRANSLATE_NOOP("Error", "The work in the file is of another venue: {venue}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was taken in. Take it to a desk of that venue."),
    ),
    "season_over": (
        QT_TRANSLATE_NOOP("Error", "That day is over already."),
        QT_TRANSLATE_NOOP("Error", "Choose a day from today on."),
    ),
    "address_missing": (
        QT_TRANSLATE_NOOP("Error", "The address of the register is missing."),
        QT_TRANSLATE_NOOP("Error", "Give it with --api, or in the policy of this machine."),
    ),
    "code_missing": (
        QT_TRANSLATE_NOOP("Error", "An activation code is missing."),
        QT_TRANSLATE_NOOP("Error", "Give it with --code, or in a file with --code-file."),
    ),
    "code_file_open": (
        QT_TRANSLATE_NOOP("Error", "Others can read the file with the activation code: {path}."),
        QT_TRANSLATE_NOOP(
            "Error", "It was not used. Let only the desk's own user read it: mode 600."
        ),
    ),
    "policy_unusable": (
        QT_TRANSLATE_NOOP("Error", "The policy of this machine cannot be used: {path}."),
        QT_TRANSLATE_NOOP("Error", "Ask your IT support to mend the file: {reason}."),
    ),
    "not_enrolled": (
        QT_TRANSLATE_NOOP("Error", "This desk is not enrolled with the register."),
        QT_TRANSLATE_NOOP("Error", "Enrol it with an activation code from Kaikukeskus."),
    ),
    "desk_revoked": (
        QT_TRANSLATE_NOOP("Error", "The register no longer accepts this desk."),
        QT_TRANSLATE_NOOP(
            "Error", "Enrol it again with a new activation code. What was recorded here is kept."
        ),
    ),
    "secrets_unavailable": (
        QT_TRANSLATE_NOOP("Error", "The keyring of this computer cannot be used."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Unlock or install a keyring. On a machine without one, an admin may choose a file: "
            "--secrets file:PATH.",
        ),
    ),
    "camera_unusable": (
        QT_TRANSLATE_NOOP("Error", "The camera cannot be used."),
        QT_TRANSLATE_NOOP("Error", "Go on with a scanner, or type the card's number."),
    ),
    "camera_missing": (
        QT_TRANSLATE_NOOP("Error", "No camera was found."),
        QT_TRANSLATE_NOOP("Error", "Plug one in: it starts by itself. Until then, type or scan."),
    ),
    "camera_gone": (
        QT_TRANSLATE_NOOP("Error", "The camera is not there: {name}."),
        QT_TRANSLATE_NOOP(
            "Error", "Plug it in again, or choose another. Until then, type or scan."
        ),
    ),
    "camera_taken": (
        QT_TRANSLATE_NOOP("Error", "The camera gives no picture: {name}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Close other programs that use it, and see that the computer lets this program use "
            "the camera. It starts by itself. Until then, type or scan.",
        ),
    ),
    "camera_forbidden": (
        QT_TRANSLATE_NOOP("Error", "This computer does not let the program use the camera."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Allow it in the computer's settings, or ask your IT support. Until then, type or "
            "scan.",
        ),
    ),
    "camera_file": (
        QT_TRANSLATE_NOOP("Error", "There is no picture to show in {path}."),
        QT_TRANSLATE_NOOP("Error", "Give a video, or a folder with PNG, JPEG or WebP pictures."),
    ),
    "unreachable": (
        QT_TRANSLATE_NOOP("Error", "The register cannot be reached."),
        QT_TRANSLATE_NOOP("Error", "Nothing is lost. Go on; it is sent when the network is back."),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("Error", "The register is busy."),
        QT_TRANSLATE_NOOP("Error", "Nothing is lost. It is tried again by itself."),
    ),
    "rate_limited": (
        QT_TRANSLATE_NOOP("Error", "Too many tries."),
        QT_TRANSLATE_NOOP("Error", "Wait some minutes, then try the code again."),
    ),
    "broken_answer": (
        QT_TRANSLATE_NOOP("Error", "Something other than the register answered."),
        QT_TRANSLATE_NOOP(
            "Error", "Check the address, and whether the network wants you to sign in first."
        ),
    ),
    "insecure_address": (
        QT_TRANSLATE_NOOP("Error", "The register's address is not safe to use."),
        QT_TRANSLATE_NOOP("Error", "The address must begin with https://."),
    ),
    "captive_portal": (
        QT_TRANSLATE_NOOP("Error", "A sign-in page answered in the register's place."),
        QT_TRANSLATE_NOOP("Error", "Open a web browser and sign in to the network, then go on."),
    ),
    "redirected": (
        QT_TRANSLATE_NOOP("Error", "The register's address leads somewhere else."),
        QT_TRANSLATE_NOOP(
            "Error", "Check the address, and whether the network wants you to sign in first."
        ),
    ),
    "answer_too_large": (
        QT_TRANSLATE_NOOP("Error", "The answer was too large to be the register's."),
        QT_TRANSLATE_NOOP("Error", "It was not used. Check the address of the register."),
    ),
    "work_waits": (
        QT_TRANSLATE_NOOP("Error", "Work of this desk waits to be sent: {waiting}."),
        QT_TRANSLATE_NOOP("Error", "Enrol all the same? Elsewhere it is held back. (--yes)"),
    ),
    "endless_feed": (
        QT_TRANSLATE_NOOP("Error", "What the register sent did not come to an end."),
        QT_TRANSLATE_NOOP("Error", "What came is used. It is gone on with by itself."),
    ),
    "certificate_refused": (
        QT_TRANSLATE_NOOP("Error", "The register's certificate cannot be trusted."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was sent. Often the computer's clock is wrong, or the network wants you to "
            "sign in first. Somebody may also be listening in between: if the clock is right, use "
            "another network or tell your IT support.",
        ),
    ),
    "ca_file_unusable": (
        QT_TRANSLATE_NOOP("Error", "The file with the certificates cannot be used."),
        QT_TRANSLATE_NOOP("Error", "Check the path, and that the file holds PEM certificates."),
    ),
    "proxy_refused": (
        QT_TRANSLATE_NOOP("Error", "The network's proxy does not let the desk through."),
        QT_TRANSLATE_NOOP("Error", "Ask your IT support to let it reach the register."),
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Error", "The register finds what was sent too large."),
        QT_TRANSLATE_NOOP("Error", "Nothing is lost. Tell the makers of this program."),
    ),
    "translation_missing": (
        QT_TRANSLATE_NOOP("Error", "The texts of a language are missing."),
        QT_TRANSLATE_NOOP("Error", "Install Kaikuluukku again. What was recorded here is kept."),
    ),
    "token_invalid": (
        QT_TRANSLATE_NOOP("Error", "The register does not know this desk just now."),
        QT_TRANSLATE_NOOP("Error", "Go on: all is kept, and it is tried again by itself."),
    ),
    "activation_unknown": (
        QT_TRANSLATE_NOOP("Error", "The register does not know this activation code."),
        QT_TRANSLATE_NOOP("Error", "Check the code letter by letter."),
    ),
    "activation_used": (
        QT_TRANSLATE_NOOP("Error", "The activation code has been used before."),
        QT_TRANSLATE_NOOP("Error", "Ask Kaikukeskus for a new code."),
    ),
    "activation_expired": (
        QT_TRANSLATE_NOOP("Error", "The activation code has run out."),
        QT_TRANSLATE_NOOP("Error", "Ask Kaikukeskus for a new code."),
    ),
    "register_mismatch": (
        QT_TRANSLATE_NOOP("Error", "The register that arrived is not the one that was signed."),
        QT_TRANSLATE_NOOP("Error", "It is not used. The last good one stays in use."),
    ),
    "malformed": (
        QT_TRANSLATE_NOOP("Error", "The register refused what was sent."),
        QT_TRANSLATE_NOOP("Error", "Check what you gave, and whether a newer version is out."),
    ),
}
