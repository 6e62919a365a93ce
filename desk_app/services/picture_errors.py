"""What can be wrong with a file that is to be read as a picture."""

from desk_app.services.errors import FileUnreadableError, UsageError


class PictureError(UsageError):
    """The file is no picture of a kind that is read here, or it is broken."""

    code = "picture_broken"


class FolderGivenError(FileUnreadableError):
    """A folder was named where a file is wanted."""

    code = "folder_given"


class PictureHeicError(PictureError):
    """A photograph as some telephones save them, HEIC or AVIF."""

    code = "picture_heic"


class PicturePdfError(PictureError):
    """A document with pages, not a picture."""

    code = "picture_pdf"


class PictureDrawingError(PictureError):
    """A drawing as SVG, which would have to be drawn first."""

    code = "picture_drawing"


class PictureTooLargeError(PictureError):
    """The picture would fill the memory; ``facts["most"]`` is how many megapixels are read."""

    code = "picture_too_large"
