"""The first page, the choice of a language, and the files that pages need."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from starlette.responses import Response

from sync.rules.languages import LANGUAGES
from sync.server.console.asked import Asked, Handler, PageRefusedError
from sync.server.console.texts import COOKIE

_STATIC = {
    "style.css": ("console/style.css", "text/css; charset=utf-8"),
    "camera.js": ("console/camera.js", "text/javascript; charset=utf-8"),
    "Inter-Regular.otf": ("fonts/Inter-Regular.otf", "font/otf"),
    "Inter-SemiBold.otf": ("fonts/Inter-SemiBold.otf", "font/otf"),
    "icon.svg": ("brand/kaikuluukku.svg", "image/svg+xml"),
}
_DAY_SECONDS = 24 * 3600
_YEAR_SECONDS = 365 * _DAY_SECONDS


def _home(asked: Asked) -> Response:
    failures = asked.request.query_params.get("failures", "")
    return asked.page("home.html", failures=failures if failures.isdigit() else "")


def _language(asked: Asked) -> Response:
    wanted = asked.request.path_params["language"]
    if wanted not in LANGUAGES:
        raise PageRefusedError(404, "error.missing")
    response = asked.go(_local_path(asked.request.query_params.get("back", "/")))
    is_secure = asked.request.url.scheme == "https"
    response.set_cookie(
        COOKIE, wanted, max_age=_YEAR_SECONDS, path=asked.base, secure=is_secure, samesite="lax"
    )
    return response


def _local_path(wanted: str) -> str:
    """A path of the console, whatever somebody has written into a link."""
    parts = urlsplit(wanted)
    is_ours = wanted.startswith("/") and not parts.scheme and not parts.netloc
    return wanted if is_ours and "\\" not in wanted and wanted.isprintable() else "/"


def _static(asked: Asked) -> Response:
    try:
        path, kind = _STATIC[asked.request.path_params["file"]]
    except KeyError as unknown:
        raise PageRefusedError(404, "error.missing") from unknown
    headers = {"Cache-Control": f"public, max-age={_DAY_SECONDS}"}
    return Response(_content(path), headers=headers, media_type=kind)


@cache
def _content(path: str) -> bytes:
    return files("resources").joinpath(path).read_bytes()


ROUTES: Mapping[str, Handler] = {
    "GET /": _home,
    "GET /language/{language}": _language,
    "GET /static/{file}": _static,
}
