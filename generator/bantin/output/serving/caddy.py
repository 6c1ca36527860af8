"""The snippet for Caddy: https://caddyserver.com/docs/caddyfile."""

import re
from collections.abc import Iterable, Iterator

from bantin.output.serving.needs import Needs
from bantin.output.serving.old_paths import PROGRAMS, OldPath, Queries, path_pattern, query_pattern
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
        *_old_paths(needs),
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
    """Redirects old addresses and keeps their query string, except from those that have one themselves."""
    if needs.moved or any(old.target is not None for old in needs.old_paths):
        yield from ("map {query} {bantin_query} {", '\t~(.+) "?${1}"', '\tdefault ""', "}")
    yield from (f"redir {needs.base}{old} {needs.base}{new}{{bantin_query}} 301" for old, new in needs.moved)


def _old_paths(needs: Needs) -> Iterator[str]:
    """Redirects from old addresses with a query, and from those of programs.

    The latter are inside a route of their own: other requests need not be compared with thousands of paths.
    """
    within: list[str] = []
    for number, old in enumerate(needs.old_paths):
        lines = _old_path(f"bantin_old_{number}", old, needs.base)
        if old.is_program:
            within += lines
        else:
            yield from lines
    if within:
        ends = "|".join(path_pattern(end) for end in PROGRAMS)
        yield f'@bantin_programs path_regexp "(?i)^{path_pattern(needs.base)}.*(?:{ends})/?$"'
        yield from ("route @bantin_programs {", *(f"\t{line}" for line in within), "}")


def _old_path(name: str, old: OldPath, base: str) -> list[str]:
    """Redirects in a route, which keeps the order of what is in it."""
    pattern = path_pattern((base + old.path).removesuffix("/"))
    lines = [line for number, one in enumerate(old.queries) for line in _queries(f"{name}_{number}", one, base)]
    if old.target is not None:
        lines.append(f"redir * {base}{old.target}{{bantin_query}} 301")
    return [f'@{name} path_regexp "(?i)^{pattern}/?$"', f"route @{name} {{", *(f"\t{line}" for line in lines), "}"]


def _queries(name: str, queries: Queries, base: str) -> Iterator[str]:
    """Compares the values of parameters, one after another, since its expressions know no order but their own."""
    variables = [f"{{{name}_{number}}}" for number in range(len(queries.names))]
    for parameter, variable in zip(queries.names, variables, strict=True):
        pattern = f'"~(?i)(?:^|&){query_pattern(parameter)}=([^&]*)"'
        yield from (f"map {{query}} {variable} {{", f'\t{pattern} "${{1}}"', '\tdefault ""', "}")
    yield f'map "{"&".join(variables)}" {{{name}}} {{'
    for values, new in queries.targets.items():
        yield f'\t"~(?i)^{"&".join(map(query_pattern, values))}$" {base}{new}'
    yield from ('\tdefault ""', "}", f'@{name} not vars {{{name}}} ""', f"redir @{name} {{{name}}} 301")


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
