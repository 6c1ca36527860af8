"""The snippet for nginx: https://nginx.org/en/docs/http/ngx_http_core_module.html."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bantin.output.serving.needs import Needs
from bantin.output.serving.old_addresses import (
    PROGRAMS,
    Queries,
    is_program,
    names_in,
    path_pattern,
    queries_of,
    query_pattern,
)
from bantin.output.serving.rules import BY_NAME, FOR_EVER, FRESH, LASTING_IMAGES, TYPES

_HEAD = """\
# Made by Bantin for this site. In a server block whose root is the folder of the site:
#     root /srv/bulletin/current;
#     include /srv/bulletin/current/_serving/nginx.conf;
# It is read when nginx starts: systemctl reload nginx, when settings of the bulletin have changed.
"""


def nginx(needs: Needs) -> str:
    """Writes the directives for a server block."""
    lines = [
        "index index.html;",
        "autoindex off;",
        "absolute_redirect off;",
        "server_tokens off;",
        f"error_page 403 =404 {needs.base}404.html;",
        f"error_page 404 {needs.base}404.html;",
        *_types(),
        "gzip on;",
        "gzip_static on;",
        "gzip_vary on;",
        f"gzip_types {' '.join(_texts())};",
        "",
        *_varying(needs),
        *_headers(needs, FRESH),
        "",
        "location ~ /\\.(?!well-known/) { return 404; }",
        f"location ^~ {needs.base}_serving/ {{ return 404; }}",
        f"location = {needs.base}_headers {{ return 404; }}",
    ]
    for folder in needs.lasting_folders:
        lines += _location(f"^~ {folder}", _headers(needs, FOR_EVER))
    lines += _location(f'~ "{LASTING_IMAGES}"', _headers(needs, FOR_EVER))
    for name, media_type in BY_NAME.items():
        lines += _location(f"~ /{re.escape(name)}$", ["types { }", f'default_type "{media_type}";'])
    lines += [*_gone(needs), *_moved(needs), *_moved_queries(needs)]
    return _HEAD + "\n".join(lines) + "\n"


def _gone(needs: Needs) -> Iterator[str]:
    """Answers 410 with the file that says why something is gone, whose name a variable takes to where it is sent."""
    if not needs.gone:
        return
    yield from ('set $bantin_gone "";', "error_page 410 @bantin_gone;")
    yield from _location("@bantin_gone", ["rewrite ^ $bantin_gone break;"])
    for path, file in needs.gone:
        yield f"location = {needs.base}{path} {{ set $bantin_gone {needs.base}{file}; return 410; }}"


def _moved(needs: Needs) -> Iterator[str]:
    """Redirects from old paths.

    Those of programs are compared one after another, so they are inside a location that other requests do not enter.
    """
    programs: list[str] = []
    for old, new in needs.moved:
        answer = f"{{ return 301 {needs.base}{new}$is_args$args; }}"
        if is_program(old):
            programs.append(f'location ~* "^{path_pattern(needs.base + old)}$" {answer}')
        else:
            yield f"location = {needs.base}{old} {answer}"
    if programs:
        yield from _location(f'~* "^{path_pattern(needs.base)}.*{PROGRAMS}/?$"', programs)


def _moved_queries(needs: Needs) -> Iterator[str]:
    """Sends requests with a parameter of some old address to a location that compares them, and back if none matches.

    There, other locations are not in the way, and other requests are not slowed down. Values are captured by name
    because nginx would encode ``$1`` again. They are compared instead of the whole query, whose length is up to whoever
    asks.
    """
    queries = queries_of(needs.base, needs.moved_queries)
    if not queries:
        return
    variables = {name: f"bantin_value_{number}" for number, name in enumerate(names_in(queries))}
    place = f"{needs.base}_serving/old"
    yield from ("set $bantin_path $uri;", 'set $bantin_asked "";')
    for name, variable in variables.items():
        yield f'set ${variable} "";'
        pattern = f"(?:^|&){query_pattern(name)}=(?<{variable}>[^&]+)"
        yield f'if ($args ~* "{pattern}") {{ set $bantin_asked 1; }}'
    yield f"if ($bantin_asked) {{ rewrite ^ {place} last; }}"
    compared = [line for one in queries for line in _compared(one, variables)]
    yield from _location(f"= {place}", ["internal;", *compared, "rewrite ^ $bantin_path last;"])


def _compared(queries: Queries, variables: Mapping[str, str]) -> Iterator[str]:
    yield f'set $bantin_asked "{"&".join(f"${variables[name]}" for name in queries.names)} $bantin_path";'
    yield from (f'if ($bantin_asked ~* "{pattern}") {{ return 301 {new}; }}' for pattern, new in queries.targets)


def _location(match: str, lines: Iterable[str]) -> list[str]:
    return [f"location {match} {{", *(f"    {line}" for line in lines), "}"]


def _varying(needs: Needs) -> Iterator[str]:
    """Sets a variable for each header whose value depends on the path.

    They are set before a location is chosen, so they also hold in the locations of other services on the host.
    """
    default = dict(needs.headers)
    for name in needs.varying:
        yield f'set {_variable(name)} "{default[name]}";'
        for area in needs.areas:
            if value := dict(area.headers).get(name):
                yield f'if ($uri ~ "^{re.escape(area.path)}") {{ set {_variable(name)} "{value}"; }}'


def _variable(header: str) -> str:
    return f"$bantin_{header.lower().replace('-', '_')}"


def _headers(needs: Needs, caching: str) -> list[str]:
    # A location with an ``add_header`` of its own inherits none, so each gets all of them.
    headers = (*needs.headers, ("Cache-Control", caching))
    values = [(name, _variable(name) if name in needs.varying else value) for name, value in headers]
    return [f'add_header {name} "{value}" always;' for name, value in values]


def _types() -> Iterator[str]:
    yield "types {"
    for end, media_type in TYPES.items():
        yield f"    {_bare(media_type)} {end.removeprefix('.')};"
    yield "}"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(_texts())};"


def _texts() -> list[str]:
    """Returns the media types of texts without ``text/html``, which the directives that take them include anyway."""
    found = (_bare(one) for one in TYPES.values() if "charset" in one)
    return [one for one in dict.fromkeys((*found, *BY_NAME.values())) if one != "text/html"]


def _bare(media_type: str) -> str:
    return re.split(";", media_type, maxsplit=1)[0]
