"""The snippet for nginx: https://nginx.org/en/docs/http/ngx_http_core_module.html."""

import re
from collections.abc import Iterable, Iterator

from bantin.output.serving.needs import Needs
from bantin.output.serving.old_paths import PROGRAMS, OldPath, path_pattern, query_pattern
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
    lines += _old_paths(needs)
    for name in BY_NAME:
        lines += _location(f"~ /{re.escape(name)}$", _typed(name))
    lines += [
        f"location = {needs.base}{old} {{ return 301 {needs.base}{new}$is_args$args; }}" for old, new in needs.moved
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _typed(name: str) -> list[str]:
    return ["types { }", f'default_type "{BY_NAME[name]}";'] if name in BY_NAME else []


def _old_paths(needs: Needs) -> Iterator[str]:
    """Redirects from old addresses with a query, and from those of programs.

    The latter are inside a location of their own: other requests need not be compared with thousands of paths.
    """
    within: list[str] = []
    for old in needs.old_paths:
        lines = _location(
            f'~* "^{path_pattern((needs.base + old.path).removesuffix("/"))}/?$"', _old_path(old, needs.base)
        )
        if old.is_program:
            within += lines
        else:
            yield from lines
    if within:
        ends = "|".join(path_pattern(end) for end in PROGRAMS)
        yield from _location(f'~* "^{path_pattern(needs.base)}.*(?:{ends})/?$"', within)


def _old_path(old: OldPath, base: str) -> Iterator[str]:
    """Compares the values of parameters instead of the whole query, whose length is up to whoever asks.

    They are captured by name: nginx would encode ``$1`` again.
    """
    variables = {name: f"bantin_value_{number}" for number, name in enumerate(old.names)}
    for name, variable in variables.items():
        yield f'set ${variable} "";'
        yield f'if ($args ~* "(?:^|&){query_pattern(name)}=(?<{variable}>[^&]*)") {{ }}'
    for queries in old.queries:
        yield f'set $bantin_values "{"&".join(f"${variables[name]}" for name in queries.names)}";'
        for values, new in queries.targets.items():
            yield f'if ($bantin_values ~* "^{"&".join(map(query_pattern, values))}$") {{ return 301 {base}{new}; }}'
    if old.target is not None:
        yield f"return 301 {base}{old.target}$is_args$args;"
    yield from _typed(old.path.rpartition("/")[2])


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
