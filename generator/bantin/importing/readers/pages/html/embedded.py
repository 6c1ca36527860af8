"""Pictures in a page itself (``data:`` addresses, RFC 2397): programs that save a page as one file write them."""

import base64
import binascii
import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bantin.importing.material import Block, File, Notice, NoticeKind, Picture

_ADDRESS = re.compile(r"data:image/(jpeg|jpg|png|gif|webp);base64,", re.IGNORECASE)
_ENDINGS = {"jpeg": "jpg"}


class Extracted(Struct, frozen=True):
    """Blocks whose pictures have names, the files of these names, and the pictures that cannot be read."""

    blocks: tuple[Block, ...]
    files: tuple[File, ...]
    notices: tuple[Notice, ...]


def extract_pictures(blocks: Sequence[Block]) -> Extracted:
    """Takes pictures out of their addresses: each becomes a file, ``anh-1.jpg``. Those in tables stay as they are."""
    found: list[Block] = []
    files: list[File] = []
    notices: list[Notice] = []
    for block in blocks:
        if not isinstance(block, Picture) or not block.path.startswith("data:"):
            found.append(block)
        elif file := _file(block.path, len(files) + 1):
            files.append(file)
            found.append(replace(block, path=file.name))
        else:
            notices.append(Notice(NoticeKind.UNREADABLE, block.path[:40], block.place))
    return Extracted(tuple(found), tuple(files), tuple(notices))


def _file(address: str, number: int) -> File | None:
    kind = _ADDRESS.match(address)
    if kind is None:
        return None
    try:
        data = base64.b64decode(address[kind.end() :].replace("%3D", "="), validate=True)
    except (binascii.Error, ValueError):
        return None
    ending = kind[1].lower()
    return File(f"anh-{number}.{_ENDINGS.get(ending, ending)}", data)
