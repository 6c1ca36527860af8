"""The snippet for Caddy: https://caddyserver.com/docs/caddyfile."""

import re
from collections.abc import Iterable, Iterator

from bantin.output.serving.needs import Needs
from bantin.output.serving.rules import BY_NAME, FOR_EVER, FRESH, LASTING_IMAGES, TYPES

_HEAD = """\
# Made by Bantin for this site. In a site block:
#     root * /srv/bulletin/current
#     import /srv/bulletin/current/_serving/caddy.conf
# It is read when Caddy starts: systemctl reload caddy, when settings of the bulletin have changed.
"""


def caddy(needs: Needs) -> str:
    """Writes the directives for a site block."""
    lasting = "|".join((*(f"^{re.escape(folder)}" for folder in needs.lasting_folders), LASTING_IMAGES))
    headers = _headers(needs.headers)
    lines = [
        *_headers((name, value) for name, value in needs.headers if name not in needs.varying),
        *_varying(needs),
        f"@bantin_lasting path_regexp (?:{lasting})",
        f"@bantin_fresh not path_regexp (?:{lasting})",
        f'header @bantin_lasting Cache-Control "{FOR_EVER}"',
        f'header @bantin_fresh Cache-Control "{FRESH}"',
        *_types(),
        *_moved(needs),
        "@bantin_hidden {",
        f"\tpath_regexp hidden (?:^{re.escape(needs.base)}(?:_serving/|_headers$)|/\\.)",
        "\tnot path_regexp /\\.well-known/",
        "}",
        "error @bantin_hidden 404",
        "encode zstd gzip",
        "file_server {",
        "\tprecompressed br gzip",
        "}",
        "handle_errors {",
        *(f"\t{line}" for line in headers),
        f'\theader Cache-Control "{FRESH}"',
        f"\trewrite * {needs.base}404.html",
        '\theader Content-Type "text/html; charset=utf-8"',
        "\tencode zstd gzip",
        "\tfile_server",
        "}",
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _headers(headers: Iterable[tuple[str, str]]) -> list[str]:
    return ["header {", *(f'\t{name} "{value}"' for name, value in headers), "\t-Server", "}"]


def _varying(needs: Needs) -> Iterator[str]:
    """Sets the headers whose value depends on the path, with disjoint matchers: Caddy keeps no order of rules."""
    default = dict(needs.headers)
    for number, name in enumerate(needs.varying):
        areas = {area.path: dict(area.headers)[name] for area in needs.areas if name in dict(area.headers)}
        paths = " ".join(f"{path}*" for path in areas)
        yield f"@bantin_pages_{number} not path {paths}"
        yield f'header @bantin_pages_{number} {name} "{default[name]}"'
        yield from (f'header {path}* {name} "{value}"' for path, value in areas.items())


def _moved(needs: Needs) -> Iterator[str]:
    """Redirects old addresses and keeps their query string."""
    if needs.moved:
        yield from ("map {query} {bantin_query} {", '\t~(.+) "?${1}"', '\tdefault ""', "}")
    yield from (f"redir {needs.base}{old} {needs.base}{new}{{bantin_query}} 301" for old, new in needs.moved)


def _types() -> Iterator[str]:
    names = {f"*/{name}": one for name, one in BY_NAME.items()}
    rules = [
        (f"*{end}", media_type, [name for name in names if name.endswith(end)]) for end, media_type in TYPES.items()
    ]
    rules += [(name, f"{media_type}; charset=utf-8", []) for name, media_type in names.items()]
    for number, (path, media_type, exceptions) in enumerate(rules):
        matcher = f"@bantin_type_{number}"
        yield from (
            (f"{matcher} {{", f"\tpath {path}", f"\tnot path {' '.join(exceptions)}", "}")
            if exceptions
            else [f"{matcher} path {path}"]
        )
        yield f'header {matcher} Content-Type "{media_type}"'
