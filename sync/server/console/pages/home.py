"""The first page, the choice of a language, and the files that pages need."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from starlette.responses import Response

from sync.rules.languages import LANGUAGES
from sync.server.console.console_texts import COOKIE
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest

_STATIC = {
    "style.css": ("console/style.css", "text/css; charset=utf-8"),
    "camera.js": ("console/camera.js", "text/javascript; charset=utf-8"),
    "Inter-Regular.otf": ("fonts/Inter-Regular.otf", "font/otf"),
    "Inter-SemiBold.otf": ("fonts/Inter-SemiBold.otf", "font/otf"),
    "icon.svg": ("brand/kaikuluukku.svg", "image/svg+xml"),
}
_DAY_SECONDS = 24 * 3600
_YEAR_SECONDS = 365 * _DAY_SECONDS


def _home(request: PageRequest) -> Response:
    failures = request.http.query_params.get("failures", "")
    return request.page("home.html", failures=failures if failures.isdigit() else "")


def _language(request: PageRequest) -> Response:
    wanted = request.http.path_params["language"]
    if wanted not in LANGUAGES:
        raise PageRefusedError(404, "error.missing")
    response = request.go(_local_path(request.http.query_params.get("back", "/")))
    is_secure = request.http.url.scheme == "https"
    response.set_cookie(
        COOKIE, wanted, max_age=_YEAR_SECONDS, path=request.base, secure=is_secure, samesite="lax"
    )
    return response


def _local_path(wanted: str) -> str:
    """A path of the console, whatever somebody has written into a link."""
    parts = urlsplit(wanted)
    is_ours = wanted.startswith("/") and not parts.scheme and not parts.netloc
    return wanted if is_ours and "\\" not in wanted and wanted.isprintable() else "/"


def _static(request: PageRequest) -> Response:
    try:
        path, kind = _STATIC[request.http.path_params["file"]]
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
