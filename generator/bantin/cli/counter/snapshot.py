"""``bantin counter snapshot``."""

from http.client import HTTPException
from pathlib import Path
from time import monotonic
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import build_opener

import click

from bantin.cli.commands import argument, command
from bantin.cli.counter.options import read_counted_bulletin, root_option
from bantin.cli.words import Bilingual
from bantin.content.counter_figures import parse_figures
from bantin.content.files import COUNTER, LARGEST_FIGURES
from bantin.counter import problems
from bantin.counter.snapshot import write_snapshot
from bantin.domain.problems import Location
from bantin.domain.text.urls import scheme_of

_TIMEOUT = 2.0  # seconds
_SNAPSHOT = Bilingual(
    """Lấy các con số lúc này cho lần dựng tới; trang chủ sẽ hiện các số đó.

    Các số được ghi vào content/counter.json. Lệnh build đọc tệp ấy và không hỏi ai, nên ở đâu cũng ra cùng một trang
    web. Nếu sau hai giây không có trả lời thì tệp giữ nguyên, và lệnh vẫn kết thúc tốt.

    \b
    Ví dụ:
      bantin counter snapshot && bantin build        từ địa chỉ của trang web
      bantin counter snapshot /run/bantin-counter/stats.json
    """,
    """Fetch the figures of this moment for the next build, which shows them on the home page.

    They are put into content/counter.json. A build reads that file and asks nobody, so it gives the same site
    everywhere. If there is no answer within two seconds, the file stays as it is, and the command ends well.

    \b
    Examples:
      bantin counter snapshot && bantin build        from the address of the site
      bantin counter snapshot /run/bantin-counter/stats.json
    """,
)


@command("snapshot", _SNAPSHOT)
@argument("source", metavar="[URL-or-FILE]", required=False)
@root_option
def snapshot_command(source: str | None, root: Path) -> None:
    """Fetches the figures that the next build shows."""
    bulletin = read_counted_bulletin(root)
    address = source or urljoin(bulletin.site.base_url, f"{bulletin.site.counter.base}/stats.json")
    try:
        data = _fetch(address) if scheme_of(address) in ("http", "https") else Path(address).read_bytes()
        parse_figures(data)
        write_snapshot(root / COUNTER, data)
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        bulletin.console.problems([problems.NO_FIGURES.at(Location(address), reason=reason)])
        return
    click.echo(root / COUNTER)


def _fetch(address: str) -> bytes:
    """Downloads the figures. Raises ``OSError``, also if the whole download takes too long."""
    ends = monotonic() + _TIMEOUT
    data = b""
    with build_opener().open(address, timeout=_TIMEOUT) as response:
        while len(data) <= LARGEST_FIGURES and (piece := response.read1(LARGEST_FIGURES)):
            data += piece
            if monotonic() > ends:
                raise TimeoutError(f"> {_TIMEOUT:.0f} s")
    return data
