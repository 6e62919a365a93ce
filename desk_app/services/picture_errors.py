"""Errors of a file that is to be read as a picture."""

from desk_app.services.errors import FileUnreadableError, UsageError


class PictureError(UsageError):
    """The file is not a supported picture, or is broken."""

    code = "picture_broken"


class FolderGivenError(FileUnreadableError):
    """A folder was named where a file is expected."""

    code = "folder_given"


class PictureHeicError(PictureError):
    """A photograph in HEIC or AVIF format, as some telephones save them."""

    code = "picture_heic"


class PicturePdfError(PictureError):
    """A PDF document, not a picture."""

    code = "picture_pdf"


class PictureDrawingError(PictureError):
    """An SVG drawing, which would have to be rendered first."""

    code = "picture_drawing"


class PictureTooLargeError(PictureError):
    """The picture would exhaust memory; ``facts["most"]`` is the limit in megapixels."""

    code = "picture_too_large"
