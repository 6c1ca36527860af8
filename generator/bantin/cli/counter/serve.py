"""``bantin counter serve``."""

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from bantin.cli.commands import command, option
from bantin.cli.counter.options import (
    CountedBulletin,
    data_option,
    database,
    keys_option,
    read_counted_bulletin,
    require,
    require_pages,
    root_option,
    site_option,
    stats_option,
)
from bantin.cli.words import Bilingual, WrongValue
from bantin.counter import problems
from bantin.counter.peers import LOOPBACK, Network, parse_networks
from bantin.counter.store import Store
from bantin.domain.problems import Location

if TYPE_CHECKING:
    from socket import socket

NEEDED = ("uvicorn", "httptools", "crawleruseragents")
_KEYS = Bilingual(
    "Thư mục giữ khóa của từng ngày, phải mất đi khi máy tắt.  [mặc định: chỉ trong bộ nhớ]",
    "A folder for the keys of the day, which must not outlive the machine's run.  [default: in memory only]",
)
_SERVE = Bilingual(
    """Đếm lượt xem trong lúc người ta đọc: dịch vụ đứng sau máy chủ web, nhận các yêu cầu tới /_c/.

    Một lượt xem chỉ được trả lời khi đã ghi chắc trên đĩa. Bị dừng bằng SIGTERM hay Ctrl+C, dịch vụ đếm nốt những
    lượt đã tới.

    \b
    Ví dụ:
      bantin counter serve
      bantin counter serve --listen unix:/run/bantin-counter/socket --stats /run/bantin-counter/stats.json
      BANTIN_COUNTER_REDIS=redis://127.0.0.1/0 bantin counter serve --listen 127.0.0.1:8091
    """,
    """Count visitors while they read: the service behind a web server that hands /_c/ on to it.

    A hit is answered once it is safe on the disk. Ended by SIGTERM or Ctrl+C, it counts first what has come.

    \b
    Examples:
      bantin counter serve
      bantin counter serve --listen unix:/run/bantin-counter/socket --stats /run/bantin-counter/stats.json
      BANTIN_COUNTER_REDIS=redis://127.0.0.1/0 bantin counter serve --listen 127.0.0.1:8091
    """,
)
_REDIS = Bilingual("Giữ số liệu trong Redis.", "Keep them in Redis.")
_LISTEN = Bilingual("MÁY:CỔNG hoặc unix:ĐƯỜNG-DẪN để trả lời.", "HOST:PORT or unix:PATH to answer at.")
_TRUST = Bilingual(
    "Máy trung gian được tin khi nói nó chuyển lời của ai; có thể nêu nhiều lần.  [mặc định: máy này]",
    "Proxies that are believed whom they speak for; may be repeated.  [default: this machine]",
)
_NO_NETWORK = Bilingual(
    "hãy viết một địa chỉ hoặc một mạng, ví dụ 10.0.0.0/8", "write an address or a network, such as 10.0.0.0/8"
)
_NO_LISTEN = Bilingual("hãy viết MÁY:CỔNG hoặc unix:ĐƯỜNG-DẪN", "write HOST:PORT or unix:PATH")
_NO_REDIS = Bilingual(
    "hãy viết địa chỉ như redis://127.0.0.1:6379/0", "write an address such as redis://127.0.0.1:6379/0"
)


def _networks(_context: click.Context, _option: click.Parameter, value: tuple[str, ...]) -> tuple[Network, ...]:
    try:
        return parse_networks(value) or LOOPBACK
    except ValueError as error:
        raise WrongValue(_NO_NETWORK) from error


@command("serve", _SERVE)
@root_option
@site_option
@data_option
@stats_option
@keys_option(_KEYS)
@option("--redis", metavar="URL", envvar="BANTIN_COUNTER_REDIS", show_envvar=True, words=_REDIS)
@option("--listen", default="127.0.0.1:8090", show_default=True, words=_LISTEN)
@option("--trust", metavar="NETWORK", multiple=True, callback=_networks, words=_TRUST)
def serve_command(  # noqa: PLR0917 - click calls it by name
    root: Path,
    site: Path | None,
    data: Path | None,
    stats: Path | None,
    keys: Path | None,
    redis: str | None,
    listen: str,
    trust: tuple[Network, ...],
) -> None:
    """Counts visitors until it is interrupted."""
    require(NEEDED, "counter")
    # Imported lazily: only this command needs the server.
    from bantin.counter.peers import Peers
    from bantin.counter.server import serve
    from bantin.counter.service import CountingOptions, Service
    from bantin.counter.write_queue import WriteQueue

    bulletin = read_counted_bulletin(root)
    counting = CountingOptions(
        calendar=bulletin.calendar,
        pages=require_pages(bulletin, site),
        hosts=frozenset({urlsplit(bulletin.site.base_url).netloc.encode()}),
        peers=Peers(trust),
        language=bulletin.site.language,
        base=bulletin.site.counter.base,
        snapshot=stats,
        keys=keys,
    )
    listener = _listener(bulletin, listen)
    file = database(root, data)
    with listener, bulletin.ending_on_errors(Path("redis") if redis else file):
        store = _store(bulletin, file, redis)
        click.echo(f"{listen}{counting.base}/")
        with suppress(KeyboardInterrupt):
            serve(Service(counting, WriteQueue(store), time.time), listener)


def _listener(bulletin: CountedBulletin, address: str) -> "socket":
    from bantin.counter.server import listen

    try:
        return listen(address)
    except ValueError as error:
        raise WrongValue(_NO_LISTEN, param_hint="--listen") from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        bulletin.end(problems.CANNOT_LISTEN.at(Location("."), address=address, reason=reason))


def _store(bulletin: CountedBulletin, file: Path, redis: str | None) -> Store:
    if redis is None:
        from bantin.counter.sqlite import SqliteStore

        return SqliteStore(file, bulletin.calendar, bulletin.start)
    require(("redis",), "redis")
    from bantin.counter.redis import RedisStore

    try:
        return RedisStore(redis, bulletin.calendar, bulletin.start)
    except ValueError as error:
        raise WrongValue(_NO_REDIS, param_hint="--redis") from error
