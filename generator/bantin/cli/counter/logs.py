"""``bantin counter from-logs``."""

from contextlib import closing
from pathlib import Path

import click
from msgspec.structs import replace

from bantin.build.request import MEMORY
from bantin.cli.commands import argument, command
from bantin.cli.counter.options import (
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
from bantin.cli.options import current_time
from bantin.cli.run import PROBLEMS
from bantin.cli.words import Bilingual
from bantin.domain.problems import Language, Severity
from bantin.domain.text.number_format import format_integer

_KEYS = Bilingual(
    f"Thư mục giữ khóa của từng ngày, tách khỏi số liệu.  [mặc định: THƯ-MỤC/{MEMORY}/counter-keys]",
    f"A folder for the keys of the day, apart from the figures.  [default: ROOT/{MEMORY}/counter-keys]",
)
_LOGS = Bilingual(
    """Đếm lượt xem từ các NHẬT-KÝ truy cập của nginx hay Apache (dạng “combined”) hoặc của Caddy (JSON), kể cả tệp .gz.

    Hãy nêu cùng lúc mọi tệp của một vòng nhật ký. Mỗi tệp đã đếm tới đâu đều được ghi lại, dù sau đó tệp mang tên nào:
    mỗi lần chạy chỉ cộng phần mới, và lần chạy bị ngắt thì được làm tiếp từ chỗ dừng.

    \b
    Ví dụ, mười phút một lần bằng cron:
      bantin counter from-logs /var/log/nginx/access.log.1 /var/log/nginx/access.log --stats /run/bantin/stats.json
    """,
    """Count visitors from LOGS: access logs of nginx or Apache (“combined”) or of Caddy (JSON), also as .gz.

    Name the logs of a rotation together. It is noted how far each has been counted, whatever it is called later: a run
    adds what is new and nothing else, and one that was broken off is taken up where it was.

    \b
    Example, every ten minutes by cron:
      bantin counter from-logs /var/log/nginx/access.log.1 /var/log/nginx/access.log --stats /run/bantin/stats.json
    """,
)
_SAID: dict[Language, str] = {
    "vi": "Đã đọc {lines} dòng mới: {views} lượt xem, {bots} lượt của máy tìm kiếm và chương trình tự động.",
    "en": "Read {lines} new lines: {views} views, {bots} requests by crawlers and other programs.",
}


@command("from-logs", _LOGS)
@argument("logs", nargs=-1, required=True, type=click.Path(path_type=Path))
@root_option
@site_option
@data_option
@keys_option(_KEYS)
@stats_option
def logs_command(  # noqa: PLR0917 - click calls it by name
    logs: tuple[Path, ...], root: Path, site: Path | None, data: Path | None, keys: Path | None, stats: Path | None
) -> None:
    """Counts the visitors recorded in ``logs``."""
    require(("crawleruseragents",), "counter")
    from bantin.counter.logs import LogReader, count_logs
    from bantin.counter.replies import figures_bytes
    from bantin.counter.snapshot import write_snapshot
    from bantin.counter.sqlite import SqliteStore
    from bantin.counter.visitor import DayKeys, VisitorIdMaker

    bulletin = read_counted_bulletin(root)
    now = int(current_time().timestamp())
    pages = require_pages(bulletin, site)
    identifier = VisitorIdMaker(bulletin.calendar, DayKeys(keys or root / MEMORY / "counter-keys"))
    with bulletin.ending_on_errors(database(root, data)):
        with closing(SqliteStore(database(root, data), bulletin.calendar, bulletin.start)) as store:
            counted = count_logs(logs, store, LogReader(pages, identifier, bulletin.calendar, now))
            figures = replace(store.figures(now), online=None)
        if stats:
            write_snapshot(stats, figures_bytes(figures, now, bulletin.calendar))
    bulletin.console.problems(counted.problems)
    language = bulletin.site.language
    numbers = {name: format_integer(getattr(counted, name), language) for name in ("lines", "views", "bots")}
    click.echo(_SAID[language].format(**numbers))
    if any(problem.severity is Severity.ERROR for problem in counted.problems):
        raise SystemExit(PROBLEMS)
