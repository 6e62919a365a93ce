"""Messages of a file that cannot be read as a picture."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

PICTURE_ERRORS: Mapping[str, tuple[str, str]] = {
    "picture_broken": (
        QT_TRANSLATE_NOOP("Error", "The file is not a readable picture, or it is damaged: {path}."),
        QT_TRANSLATE_NOOP("Error", "Take the picture again, or save it as PNG or JPEG."),
    ),
    "picture_heic": (
        QT_TRANSLATE_NOOP("Error", "This is a HEIC photo, which the program cannot read: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Save it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or send it "
            "as a message and save the picture from there.",
        ),
    ),
    "picture_pdf": (
        QT_TRANSLATE_NOOP("Error", "This is a PDF, not a picture: {path}."),
        QT_TRANSLATE_NOOP("Error", "Open it, take a screenshot of the code, and save that as PNG."),
    ),
    "picture_drawing": (
        QT_TRANSLATE_NOOP("Error", "This is a drawing (SVG), not a picture: {path}."),
        QT_TRANSLATE_NOOP(
            "Error", "Open it in a browser, take a screenshot, and save that as PNG."
        ),
    ),
    "folder_given": (
        QT_TRANSLATE_NOOP("Error", "This is a folder, not a picture: {path}."),
        QT_TRANSLATE_NOOP("Error", "Give the pictures in the folder, all at once if you like."),
    ),
    "picture_too_large": (
        QT_TRANSLATE_NOOP("Error", "The picture is too large: {path}."),
        QT_TRANSLATE_NOOP(
            "Error", "Reduce it to {most} megapixels or less, or crop it to the code."
        ),
    ),
}
