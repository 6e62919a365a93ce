"""Messages of errors, by their stable code: what happened, and the next step."""

from collections.abc import Mapping

from desk_app.messages.picture_faults import PICTURE_ERRORS
from desk_app.messages.pin_faults import PIN_ERRORS
from desk_app.messages.register_faults import REGISTER_ERRORS
from desk_app.messages.store_faults import STORE_ERRORS
from desk_app.messages.translation import QT_TRANSLATE_NOOP

DAY_MEANT = QT_TRANSLATE_NOOP("Error", "Did you mean {meant}?")
"""The next step where only the year of a day is wrong."""

ERRORS: Mapping[str, tuple[str, str]] = {
    **STORE_ERRORS,
    "offer_not_found": (
        QT_TRANSLATE_NOOP("Error", "This desk does not know that offer."),
        QT_TRANSLATE_NOOP("Error", "Sync to update the offers, or check the ID."),
    ),
    "help_missing": (
        QT_TRANSLATE_NOOP("Error", "The help page is missing."),
        QT_TRANSLATE_NOOP("Error", "Reinstall Kaikuluukku. Everything recorded here is kept."),
    ),
    **PIN_ERRORS,
    **REGISTER_ERRORS,
    "put_back_too_late": (
        QT_TRANSLATE_NOOP("Error", "The visit can no longer be restored: its day is over."),
        QT_TRANSLATE_NOOP("Error", "Record the visit again with its own date."),
    ),
    "font_missing": (
        QT_TRANSLATE_NOOP("Error", "The program's font is missing: {path}."),
        QT_TRANSLATE_NOOP("Error", "Reinstall Kaikuluukku. Everything recorded here is kept."),
    ),
    "no_display": (
        QT_TRANSLATE_NOOP("Error", "The program cannot open a window: no display was found."),
        QT_TRANSLATE_NOOP(
            "Error", "To work without a window, give a command. Use --help to list the commands."
        ),
    ),
    "window_silent": (
        QT_TRANSLATE_NOOP("Error", "Kaikuluukku is already open but is not responding."),
        QT_TRANSLATE_NOOP(
            "Error", "Wait a moment. If nothing happens, close it and open it again."
        ),
    ),
    "offer_malformed": (
        QT_TRANSLATE_NOOP("Error", "The offer needs a Finnish name."),
        QT_TRANSLATE_NOOP("Error", "Enter a name in Finnish, and check the times and numbers."),
    ),
    "name_malformed": (
        QT_TRANSLATE_NOOP("Error", "The name is too long or contains an invisible character."),
        QT_TRANSLATE_NOOP("Error", "Type the name instead of copying it from elsewhere."),
    ),
    "visit_not_found": (
        QT_TRANSLATE_NOOP("Error", "This desk has no visit with that ID."),
        QT_TRANSLATE_NOOP("Error", "Check the visit ID."),
    ),
    "already_voided": (
        QT_TRANSLATE_NOOP("Error", "This visit has already been withdrawn."),
        QT_TRANSLATE_NOOP("Error", "You do not need to do anything."),
    ),
    "not_in_inbox": (
        QT_TRANSLATE_NOOP("Error", "There is no rejected record with this ID."),
        QT_TRANSLATE_NOOP("Error", "It may already be resolved. List the queue again."),
    ),
    "remedy_not_possible": (
        QT_TRANSLATE_NOOP("Error", "This action is not available for that record."),
        QT_TRANSLATE_NOOP("Error", "Choose another action. The queue lists the available ones."),
    ),
    "note_malformed": (
        QT_TRANSLATE_NOOP("Error", "The note or the operator's mark cannot be saved in this form."),
        QT_TRANSLATE_NOOP(
            "Error", "Write one line of at most 500 characters, without card numbers."
        ),
    ),
    "printed_day_missing": (
        QT_TRANSLATE_NOOP("Error", "The last valid day printed on the card is missing."),
        QT_TRANSLATE_NOOP("Error", "Read it from the card and enter it."),
    ),
    "value_missing": (
        QT_TRANSLATE_NOOP("Error", "The fee is missing: for this offer it varies."),
        QT_TRANSLATE_NOOP("Error", "Ask for the fee and enter it."),
    ),
    "offer_not_own": (
        QT_TRANSLATE_NOOP("Error", "This offer was not added by this desk's venue: {offer}."),
        QT_TRANSLATE_NOOP("Error", "Ask Kaikukeskus to change the offer in the register."),
    ),
    "printer_unavailable": (
        QT_TRANSLATE_NOOP("Error", "Nothing was printed."),
        QT_TRANSLATE_NOOP("Error", "Check that the printer is on, or print to a PDF file."),
    ),
    "time_unsure": (
        QT_TRANSLATE_NOOP("Error", "The register's time differs greatly from this computer's."),
        QT_TRANSLATE_NOOP(
            "Error", "Nothing is sent until the right time is known. Try again in a minute."
        ),
    ),
    "day_to_come": (
        QT_TRANSLATE_NOOP("Error", "The date {day} is in the future."),
        QT_TRANSLATE_NOOP("Error", "Enter the date on which the tickets were given."),
    ),
    "day_too_old": (
        QT_TRANSLATE_NOOP("Error", "The date {day} is too long ago: the limit is 400 days."),
        QT_TRANSLATE_NOOP("Error", "Enter the date on which the tickets were given."),
    ),
    "row_gone": (
        QT_TRANSLATE_NOOP("Error", "This row has already been recorded or removed."),
        QT_TRANSLATE_NOOP("Error", "Recorded visits are on the page Visits."),
    ),
    "provisional_not_allowed": (
        QT_TRANSLATE_NOOP("Error", "This venue cannot record cards that are not in the register."),
        QT_TRANSLATE_NOOP(
            "Error", "Connect to the internet to update the register, then try again."
        ),
    ),
    **PICTURE_ERRORS,
    "file_unreadable": (
        QT_TRANSLATE_NOOP("Error", "The file cannot be read: {path}."),
        QT_TRANSLATE_NOOP("Error", "Check the file name and your permission to read the file."),
    ),
    "file_unwritable": (
        QT_TRANSLATE_NOOP("Error", "The file cannot be saved: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was saved. Choose another folder, or free up disk space.",
        ),
    ),
    "export_stopped": (
        QT_TRANSLATE_NOOP("Error", "Stopped: the file was not saved."),
        QT_TRANSLATE_NOOP("Error", "An older file with that name has not changed."),
    ),
    "export_broken_off": (
        QT_TRANSLATE_NOOP("Error", "Saving the file failed."),
        QT_TRANSLATE_NOOP(
            "Error",
            "No visits are lost. Try again, or choose a shorter period. If it fails again, ask "
            "your IT support for help.",
        ),
    ),
    "file_taken": (
        QT_TRANSLATE_NOOP("Error", "A file with that name already exists: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was overwritten. Choose another name."),
    ),
    "command_stopped": (
        QT_TRANSLATE_NOOP("Error", "The command was stopped."),
        QT_TRANSLATE_NOOP(
            "Error", "What was recorded is kept. To finish it, give the command again."
        ),
    ),
    "passphrase_missing": (
        QT_TRANSLATE_NOOP("Error", "A passphrase is needed."),
        QT_TRANSLATE_NOOP("Error", "Type it when asked, or set it in KAIKULUUKKU_PASSPHRASE."),
    ),
    "key_malformed": (
        QT_TRANSLATE_NOOP(
            "Error", "This is not a key. A key has 64 characters: digits and the letters a to f."
        ),
        QT_TRANSLATE_NOOP("Error", "Copy the whole key and try again. Nothing was changed."),
    ),
    "passphrase_differs": (
        QT_TRANSLATE_NOOP("Error", "The passphrases do not match."),
        QT_TRANSLATE_NOOP("Error", "Type the passphrase again."),
    ),
    "passphrase_weak": (
        QT_TRANSLATE_NOOP("Error", "The passphrase is too easy to guess."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Use at least {shortest} characters and do not repeat the same ones. A few words make "
            "a good passphrase.",
        ),
    ),
    "parcel_foreign": (
        QT_TRANSLATE_NOOP("Error", "This is not a transfer file of Kaikuluukku."),
        QT_TRANSLATE_NOOP("Error", "Nothing was imported. Check that you chose the right file."),
    ),
    "parcel_too_new": (
        QT_TRANSLATE_NOOP("Error", "The file comes from a newer version of Kaikuluukku."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was imported. Install the latest version of Kaikuluukku.",
        ),
    ),
    "parcel_too_large": (
        QT_TRANSLATE_NOOP("Error", "The file is too large to be a transfer file."),
        QT_TRANSLATE_NOOP(
            "Error", "Nothing was imported or saved. Check that you chose the right file."
        ),
    ),
    "parcel_unopened": (
        QT_TRANSLATE_NOOP("Error", "The passphrase is wrong, or the file was changed."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was imported. Try the passphrase again, or save a new file at the other desk.",
        ),
    ),
    "parcel_elsewhere": (
        QT_TRANSLATE_NOOP("Error", "The file belongs to another venue: {venue}."),
        QT_TRANSLATE_NOOP(
            "Error", "Nothing was imported. Import the file at a desk of that venue."
        ),
    ),
    "season_over": (
        QT_TRANSLATE_NOOP("Error", "That date is in the past."),
        QT_TRANSLATE_NOOP("Error", "Choose today or a later date."),
    ),
    "address_missing": (
        QT_TRANSLATE_NOOP("Error", "The register address is missing."),
        QT_TRANSLATE_NOOP("Error", "Set it with --api, or in this computer's policy file."),
    ),
    "code_missing": (
        QT_TRANSLATE_NOOP("Error", "The activation code is missing."),
        QT_TRANSLATE_NOOP("Error", "Enter it with --code, or give a file with --code-file."),
    ),
    "code_file_open": (
        QT_TRANSLATE_NOOP("Error", "Other users can read the activation code file: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "The code was not used. Make the file readable only by the desk's user (mode 600).",
        ),
    ),
    "policy_unusable": (
        QT_TRANSLATE_NOOP("Error", "This computer's policy file cannot be used: {path}."),
        QT_TRANSLATE_NOOP("Error", "Ask your IT support to correct the file: {reason}."),
    ),
    "not_enrolled": (
        QT_TRANSLATE_NOOP("Error", "This desk is not enrolled with the register."),
        QT_TRANSLATE_NOOP("Error", "Enrol it with an activation code from Kaikukeskus."),
    ),
    "desk_revoked": (
        QT_TRANSLATE_NOOP("Error", "The register no longer accepts this desk."),
        QT_TRANSLATE_NOOP(
            "Error", "Enrol it again with a new activation code. Everything recorded here is kept."
        ),
    ),
    "secrets_unavailable": (
        QT_TRANSLATE_NOOP("Error", "This computer's keyring cannot be used."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Unlock the keyring, or install one. On a computer without a keyring, an "
            "administrator can use a file: --secrets file:PATH.",
        ),
    ),
    "camera_unusable": (
        QT_TRANSLATE_NOOP("Error", "The camera cannot be used."),
        QT_TRANSLATE_NOOP("Error", "Use a scanner, or type the card number."),
    ),
    "camera_missing": (
        QT_TRANSLATE_NOOP("Error", "No camera was found."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Connect a camera: it starts automatically. Until then, use a scanner or type the "
            "number.",
        ),
    ),
    "camera_gone": (
        QT_TRANSLATE_NOOP("Error", "The camera is not connected: {name}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Connect it again, or choose another camera. Until then, use a scanner or type "
            "the number.",
        ),
    ),
    "camera_taken": (
        QT_TRANSLATE_NOOP("Error", "There is no picture from the camera: {name}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Close other programs that use the camera, and check that this program may use it. "
            "Until then, use a scanner or type the number.",
        ),
    ),
    "camera_forbidden": (
        QT_TRANSLATE_NOOP("Error", "This program is not allowed to use the camera."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Allow it in the computer's settings, or ask your IT support. Until then, use a "
            "scanner or type the number.",
        ),
    ),
    "camera_file": (
        QT_TRANSLATE_NOOP("Error", "There are no pictures to show in {path}."),
        QT_TRANSLATE_NOOP("Error", "Choose a video, or a folder of PNG, JPEG or WebP pictures."),
    ),
    "unreachable": (
        QT_TRANSLATE_NOOP("Error", "The register cannot be reached."),
        QT_TRANSLATE_NOOP(
            "Error", "Nothing is lost. Keep working: records are sent when the connection is back."
        ),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("Error", "The register is busy."),
        QT_TRANSLATE_NOOP("Error", "Nothing is lost. The program tries again automatically."),
    ),
    "rate_limited": (
        QT_TRANSLATE_NOOP("Error", "Too many attempts."),
        QT_TRANSLATE_NOOP("Error", "Wait a few minutes, then try the code again."),
    ),
    "broken_answer": (
        QT_TRANSLATE_NOOP("Error", "The answer did not come from the register."),
        QT_TRANSLATE_NOOP(
            "Error", "Check the address, and check whether the network asks you to sign in."
        ),
    ),
    "policy_unread": (
        QT_TRANSLATE_NOOP("Error", "A setting from the register cannot be read."),
        QT_TRANSLATE_NOOP(
            "Error", "The earlier one stays in force. Contact Kaikukeskus, or update the program."
        ),
    ),
    "insecure_address": (
        QT_TRANSLATE_NOOP("Error", "The register's address is not safe to use."),
        QT_TRANSLATE_NOOP("Error", "The address must begin with https://."),
    ),
    "captive_portal": (
        QT_TRANSLATE_NOOP("Error", "The network is asking you to sign in."),
        QT_TRANSLATE_NOOP("Error", "Open a web browser, sign in to the network, then try again."),
    ),
    "redirected": (
        QT_TRANSLATE_NOOP("Error", "The register's address redirects to another address."),
        QT_TRANSLATE_NOOP(
            "Error", "Check the address, and check whether the network asks you to sign in."
        ),
    ),
    "answer_too_large": (
        QT_TRANSLATE_NOOP("Error", "The answer was too large to come from the register."),
        QT_TRANSLATE_NOOP("Error", "The answer was ignored. Check the register address."),
    ),
    "work_waits": (
        QT_TRANSLATE_NOOP("Error", "Records from this desk waiting to be sent: {waiting}."),
        QT_TRANSLATE_NOOP("Error", "Enrol anyway? At another venue they are held back. (--yes)"),
    ),
    "endless_feed": (
        QT_TRANSLATE_NOOP("Error", "The data from the register did not end."),
        QT_TRANSLATE_NOOP(
            "Error", "The data received is used. The download continues automatically."
        ),
    ),
    "certificate_refused": (
        QT_TRANSLATE_NOOP("Error", "The register's certificate cannot be trusted."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was sent. The usual cause is a wrong computer clock, or a network that asks "
            "you to sign in. Somebody may also be intercepting the connection: if the clock is "
            "right, use another network or tell your IT support.",
        ),
    ),
    "ca_file_unusable": (
        QT_TRANSLATE_NOOP("Error", "The certificate file cannot be used."),
        QT_TRANSLATE_NOOP(
            "Error", "Check the path, and check that the file contains PEM certificates."
        ),
    ),
    "proxy_refused": (
        QT_TRANSLATE_NOOP("Error", "The network proxy blocked the connection."),
        QT_TRANSLATE_NOOP(
            "Error", "Ask your IT support to allow this computer to connect to the register."
        ),
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Error", "What was sent is too large for the register."),
        QT_TRANSLATE_NOOP(
            "Error", "Nothing is lost. Report this to the developers of Kaikuluukku."
        ),
    ),
    "translation_missing": (
        QT_TRANSLATE_NOOP("Error", "The translations for one language are missing."),
        QT_TRANSLATE_NOOP("Error", "Reinstall Kaikuluukku. Everything recorded here is kept."),
    ),
    "token_invalid": (
        QT_TRANSLATE_NOOP("Error", "The register does not recognise this desk at the moment."),
        QT_TRANSLATE_NOOP(
            "Error", "Keep working: everything is kept, and the program tries again automatically."
        ),
    ),
    "activation_unknown": (
        QT_TRANSLATE_NOOP("Error", "The register does not know this activation code."),
        QT_TRANSLATE_NOOP("Error", "Check each letter and digit of the code."),
    ),
    "activation_used": (
        QT_TRANSLATE_NOOP("Error", "This activation code has already been used."),
        QT_TRANSLATE_NOOP("Error", "Ask Kaikukeskus for a new code."),
    ),
    "activation_expired": (
        QT_TRANSLATE_NOOP("Error", "This activation code has expired."),
        QT_TRANSLATE_NOOP("Error", "Ask Kaikukeskus for a new code."),
    ),
    "register_mismatch": (
        QT_TRANSLATE_NOOP("Error", "The register's signature does not match the data received."),
        QT_TRANSLATE_NOOP(
            "Error", "The new copy is not used. The desk keeps using the last valid copy."
        ),
    ),
    "malformed": (
        QT_TRANSLATE_NOOP("Error", "The register rejected the request."),
        QT_TRANSLATE_NOOP(
            "Error", "Check what you entered, and check whether a newer version is available."
        ),
    ),
}
