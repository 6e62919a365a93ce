"""QR codes as SVG for a page, and the squares of one for a sheet."""

from markupsafe import Markup, escape

_QUIET = 4


def qr_modules(text: str) -> list[list[bool]]:
    """The squares of a QR code, true where they are dark."""
    from reportlab.graphics.barcode import qrencoder  # noqa: PLC0415 - few pages have one

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    side = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(side)] for row in range(side)]


def qr_svg(text: str, label: str) -> Markup:
    """A QR code as a picture within a page; dark on light in every theme, as scanners need it."""
    modules = qr_modules(text)
    side = len(modules) + 2 * _QUIET
    path = "".join(
        f"M{column + _QUIET} {row + _QUIET}h1v1h-1z"
        for row, line in enumerate(modules)
        for column, is_dark in enumerate(line)
        if is_dark
    )
    return Markup(  # noqa: S704  the text is only drawn, and the label is escaped
        f'<svg class="code" role="img" aria-label="{escape(label)}" viewBox="0 0 {side} {side}"'
        f' shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path d="{path}" fill="#000"/></svg>'
    )
