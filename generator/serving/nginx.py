"""The snippet for nginx: https://nginx.org/en/docs/http/ngx_http_core_module.html."""

import re
from collections.abc import Iterable, Iterator

from generator.serving.needs import Needs
from generator.serving.rules import BY_NAME, FOR_EVER, FRESH, LASTING_IMAGES, TYPES

_HEAD = """\
# Made by Bantin for this site. In a server block whose root is the folder of the site:
#     root /srv/bulletin/current;
#     include /srv/bulletin/current/_serving/nginx.conf;
# It is read when nginx starts: systemctl reload nginx, when settings of the bulletin have changed.
"""


def nginx(needs: Needs) -> str:
    """What goes into a server block."""
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
        *_headers(needs.headers, FRESH),
        "",
        "location ~ /\\.(?!well-known/) { return 404; }",
        f"location ^~ {needs.base}_serving/ {{ return 404; }}",
        f"location = {needs.base}_headers {{ return 404; }}",
    ]
    for folder in needs.lasting_folders:
        lines += _location(f"^~ {folder}", _headers(needs.headers, FOR_EVER))
    lines += _location(f'~ "{LASTING_IMAGES}"', _headers(needs.headers, FOR_EVER))
    if needs.desk:
        lines += _location(f"^~ {needs.desk}", _headers({**dict(needs.headers), **dict(needs.at_desk)}.items(), FRESH))
    for name, media_type in BY_NAME.items():
        lines += _location(f"~ /{re.escape(name)}$", ["types { }", f'default_type "{media_type}";'])
    lines += [
        f"location = {needs.base}{old} {{ return 301 {needs.base}{new}$is_args$args; }}" for old, new in needs.moved
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _location(match: str, lines: Iterable[str]) -> list[str]:
    return [f"location {match} {{", *(f"    {line}" for line in lines), "}"]


def _headers(headers: Iterable[tuple[str, str]], caching: str) -> list[str]:
    # A location that adds one header of its own has none of those outside it.
    every = (*headers, ("Cache-Control", caching))
    return [f'add_header {name} "{value}" always;' for name, value in every]


def _types() -> Iterator[str]:
    yield "types {"
    for end, media_type in TYPES.items():
        yield f"    {_bare(media_type)} {end.removeprefix('.')};"
    yield "}"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(_texts())};"


def _texts() -> list[str]:
    """The media types of texts, for lists that know HTML by themselves."""
    found = (_bare(one) for one in TYPES.values() if "charset" in one)
    return [one for one in dict.fromkeys((*found, *BY_NAME.values())) if one != "text/html"]


def _bare(media_type: str) -> str:
    return re.split(";", media_type, maxsplit=1)[0]
