"""Messages of a file that cannot be read as a picture."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

PICTURE_ERRORS: Mapping[str, tuple[str, str]] = {
    "picture_broken": (
        QT_TRANSLATE_NOOP("Error", "This is no picture that can be read, or it is broken: {path}."),
        QT_TRANSLATE_NOOP("Error", "Take it again, or save it as PNG or JPEG."),
    ),
    "picture_heic": (
        QT_TRANSLATE_NOOP("Error", "This is a HEIC photograph, which is not read here: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Save it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or send it "
            "as a message and save the picture from there.",
        ),
    ),
    "picture_pdf": (
        QT_TRANSLATE_NOOP("Error", "This is a PDF and no picture: {path}."),
        QT_TRANSLATE_NOOP("Error", "Open it, take a screenshot of the code, and save that as PNG."),
    ),
    "picture_drawing": (
        QT_TRANSLATE_NOOP("Error", "This is a drawing (SVG) and no picture: {path}."),
        QT_TRANSLATE_NOOP(
            "Error", "Open it in a browser, take a screenshot, and save that as PNG."
        ),
    ),
    "folder_given": (
        QT_TRANSLATE_NOOP("Error", "This is a folder and no picture: {path}."),
        QT_TRANSLATE_NOOP("Error", "Name the pictures in it, all at once if you like."),
    ),
    "picture_too_large": (
        QT_TRANSLATE_NOOP("Error", "The picture is too large: {path}."),
        QT_TRANSLATE_NOOP("Error", "Shrink it to {most} megapixels at most, or cut the code out."),
    ),
}
