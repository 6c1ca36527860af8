"""The preview as a WSGI application: the last good site, with an overlay that lists the current errors."""

import html
import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bantin.domain.problems import Language, Location, Severity
from bantin.domain.text.number_format import format_integer
from bantin.output.serving.rules import media_type
from bantin.preview.preview import Preview, Snapshot
from bantin.report import Excerpt, excerpts_below

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], object]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

_NOT_FOUND = "404.html"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "title": "Chưa tạo được trang",
        "old": "Bên dưới là bản tốt gần nhất.",
        "none": "Chưa có bản nào để xem.",
        "more": "… và {more} lỗi khác: xem trong cửa sổ lệnh.",
    },
    "en": {
        "title": "The site could not be built",
        "old": "Below is the last good one.",
        "none": "There is none yet.",
        "more": "… and {more} more errors: see the terminal.",
    },
}
_LISTED = 20
"""The most errors in the overlay: nobody reads more of them there, and they are part of every page."""
_STYLE = """
<style>
#bantin-problems { position: fixed; inset: 0 0 auto; z-index: 9999; max-height: 80vh; overflow: auto; margin: 0;
  padding: 1rem 1.5rem; background: #fff4f2; color: #2b1512; border-bottom: .4rem solid #b3261e;
  font: 1rem/1.5 system-ui, sans-serif; box-shadow: 0 .5rem 2rem #0006 }
#bantin-problems summary { font-weight: 700; font-size: 1.2rem; cursor: pointer }
#bantin-problems pre { background: #fff; padding: .5rem; overflow-x: auto; margin: .3rem 0 }
#bantin-problems li { margin-block: .8rem }
</style>
"""


def application(preview: Preview) -> Application:
    """Returns a WSGI application that serves the current state of ``preview``. Browsers cache nothing."""

    def respond(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        path_info = str(environ.get("PATH_INFO", "/")).encode("latin-1", "replace").decode("utf-8", "replace")
        path = "/" + path_info.lstrip("/")
        file = _file(preview.folder, path)
        if file is None and not path.endswith("/") and _file(preview.folder, f"{path}/"):
            start_response(_status(HTTPStatus.MOVED_PERMANENTLY), [("Location", quote(f"{path}/"))])
            return [b""]
        status = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND
        shown = file or _file(preview.folder, f"/{_NOT_FOUND}")
        body = shown.read_bytes() if shown else b"<!doctype html><html><head></head><body></body></html>"
        kind = media_type(shown.name) if shown else "text/html; charset=utf-8"
        if kind.startswith("text/html") and preview.snapshot.failed:
            overlay = problem_overlay(preview.snapshot, preview.root, has_site=shown is not None).encode()
            body = body.replace(b"</body>", overlay + b"</body>", 1)
        start_response(_status(status), [("Content-Type", kind), ("Cache-Control", "no-store")])
        return [body]

    return respond


def without_policy(app: Application) -> Application:
    """Wraps ``app`` so that the content security policies are removed from its pages.

    They would forbid the script by which livereload reloads a page, and the styles of the overlay.
    """

    def respond(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        return [_POLICY.sub(b"", part, count=1) for part in app(environ, start_response)]

    return respond


def problem_overlay(snapshot: Snapshot, root: Path, *, has_site: bool) -> str:
    """Returns the HTML of an overlay that lists the errors; it can be collapsed without a script."""
    words = _WORDS[snapshot.language]
    excerpts = excerpts_below(root)
    errors = [problem for problem in snapshot.problems if problem.severity is Severity.ERROR]
    items = "".join(
        f"<li><strong>{html.escape(str(problem.location))}</strong><br>{html.escape(problem.message(snapshot.language))}"
        f"{_excerpt(excerpts(problem.location), problem.location)}"
        f"{html.escape(problem.hint(snapshot.language))}</li>"
        for problem in errors[:_LISTED]
    )
    more = format_integer(len(errors) - _LISTED, snapshot.language)
    rest = f"<p>{words['more'].format(more=more)}</p>" if len(errors) > _LISTED else ""
    note = words["old"] if has_site else words["none"]
    return (
        f'{_STYLE}<details id="bantin-problems" open role="alert"><summary>{words["title"]}</summary>'
        f"<p>{note}</p><ol>{items}</ol>{rest}</details>"
    )


def _excerpt(excerpt: Excerpt | None, at: Location) -> str:
    if excerpt is None:
        return "<br>"
    caret = " " * (len(str(at.line)) + 3 + excerpt.start) + "^" * excerpt.width
    return f"<pre>{at.line} | {html.escape(excerpt.line)}\n{caret}</pre>"


def _file(folder: Path, path: str) -> Path | None:
    """Finds the file for an address; ``None`` if there is none, or if it would lie outside the site."""
    relative = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    if "\0" in relative or "\\" in relative:
        return None
    file = folder / relative
    try:
        inside = file.resolve().is_relative_to(folder.resolve())
        return file if inside and file.is_file() else None
    except OSError:
        return None


def _status(status: HTTPStatus) -> str:
    return f"{status.value} {status.phrase}"
