"""The snippet for Caddy: https://caddyserver.com/docs/caddyfile."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bantin.output.serving.needs import Needs
from bantin.output.serving.old_addresses import (
    PROGRAMS,
    is_program,
    names_in,
    path_pattern,
    queries_of,
    query_pattern,
)
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
        *_gone(needs),
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
        *(f"\t{line}" for line in _errors(needs)),
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


def _gone(needs: Needs) -> Iterator[str]:
    """Answers 410 at what is gone."""
    if needs.gone:
        yield "map {path} {bantin_gone} {"
        yield from (f'\t"{needs.base}{path}" "{needs.base}{file}"' for path, file in needs.gone)
        yield from ('\tdefault ""', "}", '@bantin_gone not vars {bantin_gone} ""', "error @bantin_gone 410")


def _errors(needs: Needs) -> Iterator[str]:
    """Sends the file that says why something is gone, or else the page for what is missing.

    Whole, even to a program that has it already, to which Caddy would send the status without the file.
    """
    yield from (f"request_header -{name}" for name in ("If-None-Match", "If-Modified-Since", "Range"))
    if needs.gone:
        yield "@bantin_told expression {err.status_code} == 410"
        yield "rewrite @bantin_told {bantin_gone}"
        yield "@bantin_missing not expression {err.status_code} == 410"
        yield f"rewrite @bantin_missing {needs.base}404.html"
        yield 'header @bantin_missing Content-Type "text/html; charset=utf-8"'
    else:
        yield f"rewrite * {needs.base}404.html"
        yield 'header Content-Type "text/html; charset=utf-8"'


def _moved(needs: Needs) -> Iterator[str]:
    """Redirects from old addresses; the query is kept, except from addresses that have one themselves.

    Directives are sorted by kind, except in a route: what must come after the redirects from queries is in it, too.
    """
    asked = {address.path.lower() for address, _ in needs.moved_queries}
    last = [one for one in needs.moved if is_program(one[0]) or one[0].removesuffix("/").lower() in asked]
    if needs.moved:
        yield from ("map {query} {bantin_query} {", '\t~(.+) "?${1}"', '\tdefault ""', "}")
    first = (one for one in needs.moved if one not in last)
    yield from (f"redir {needs.base}{old} {needs.base}{new}{{bantin_query}} 301" for old, new in first)
    lines = [*_moved_queries(needs), *_moved_last(last, needs.base)]
    if lines:
        yield from ("route {", *(f"\t{line}" for line in lines), "}")


def _moved_queries(needs: Needs) -> Iterator[str]:
    """Compares the values of parameters, and the path. Requests without the parameters are not compared."""
    queries = queries_of(needs.base, needs.moved_queries)
    variables = {name: f"{{bantin_value_{number}}}" for number, name in enumerate(names_in(queries))}
    for name, variable in variables.items():
        yield from _map("{query}", variable, [(f"(?:^|&){query_pattern(name)}=([^&]+)", "${1}")])
    for number, one in enumerate(queries):
        matcher, compared = f"@bantin_asked_{number}", "&".join(variables[name] for name in one.names)
        yield f'{matcher} not vars {variables[one.names[0]]} ""'
        yield from _redirect(matcher, f"{compared} {{path}}", f"bantin_new_{number}", one.targets)


def _moved_last(moved: Sequence[tuple[str, str]], base: str) -> Iterator[str]:
    """Redirects from the old paths of programs, and from those where addresses with a query come first."""
    if moved:
        others = (path_pattern(base + old) for old, _ in moved if not is_program(old))
        pattern = "|".join((f"{path_pattern(base)}.*{PROGRAMS}/?", *others))
        yield f'@bantin_last path_regexp "(?i)^(?:{pattern})$"'
        targets = [(f"^{path_pattern(base + old)}$", base + new) for old, new in moved]
        yield from _redirect("@bantin_last", "{path}", "bantin_new", targets, "{bantin_query}")


def _redirect(
    matcher: str, compared: str, variable: str, targets: Iterable[tuple[str, str]], query: str = ""
) -> Iterator[str]:
    """Redirects requests to the target whose pattern matches ``compared``; others pass."""
    yield f"route {matcher} {{"
    yield from (f"\t{line}" for line in _map(compared, f"{{{variable}}}", targets))
    yield f'\t@{variable} not vars {{{variable}}} ""'
    yield from (f"\tredir @{variable} {{{variable}}}{query} 301", "}")


def _map(source: str, variable: str, targets: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Sets ``variable`` to the target of the first pattern that matches ``source``, whatever its case; else empty."""
    yield f'map "{source}" {variable} {{'
    yield from (f'\t"~(?i){pattern}" "{new}"' for pattern, new in targets)
    yield from ('\tdefault ""', "}")


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
