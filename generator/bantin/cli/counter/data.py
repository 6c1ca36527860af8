"""``bantin counter import``, ``verify``, ``repair`` and ``backup``: maintenance of the figures."""

from contextlib import closing
from pathlib import Path

import click

from bantin.cli.commands import argument, command
from bantin.cli.counter.options import data_option, database, read_counted_bulletin, root_option
from bantin.cli.options import current_time
from bantin.cli.words import Bilingual, WrongUse
from bantin.counter import problems
from bantin.counter.history import read_days
from bantin.counter.maintenance import backup, repair, verify
from bantin.counter.sqlite import SqliteStore
from bantin.domain.problems import Language, Location
from bantin.domain.text.number_format import format_integer

_IMPORTED: dict[Language, str] = {"vi": "Đã nhập {days} ngày.", "en": "{days} days were imported."}
_SOUND: dict[Language, str] = {"vi": "Số liệu khớp nhau.", "en": "The figures agree."}
_IMPORT = Bilingual(
    """Nhập số liệu từng ngày của bộ đếm cũ từ CSV: day, views, visits (ngày, lượt xem, lượt truy cập).

    Mỗi ngày chỉ nhập một lần: gặp ngày đã có thì dừng và không nhập gì. Những ngày trước start_date trong
    content/site.yml không cộng vào tổng số, vì start_total đã gồm các ngày đó.

    \b
    Ví dụ một tệp như vậy:
      day,views,visits
      2021-11-24,5851,1203
      2021-11-25,6020,1311
    """,
    """Import the days of an older counter from CSV: day, views, visits.

    Each day is imported once: a day that is known stops it, and then nothing is imported. Days before start_date in
    content/site.yml do not count towards the total, which start_total holds.

    \b
    Example of such a file:
      day,views,visits
      2021-11-24,5851,1203
      2021-11-25,6020,1311
    """,
)
_VERIFY = Bilingual(
    "Kiểm tra số liệu còn nguyên vẹn: không hỏng, lượt xem theo trang bằng lượt xem theo ngày. Bộ đếm vẫn có thể chạy.",
    "Check that the figures are whole: no damage, and as many views by page as by day. Counting may go on.",
)
_REPAIR = Bilingual(
    """Chuyển số liệu của những ngày chưa tới, do đồng hồ máy chạy sai, về hôm nay. Bộ đếm vẫn có thể chạy.

    Hãy chỉnh đúng đồng hồ và sao lưu trước; tổng số không đổi.
    """,
    """Move figures of days to come, counted while the clock was ahead, to today. Counting may go on.

    Set the clock right and make a backup first; totals stay as they are.
    """,
)
_REPAIRED: dict[Language, str] = {
    "vi": "Đã chuyển số liệu về ngày {to} từ: {days}.",
    "en": "Moved to {to}, from: {days}.",
}
_NOTHING_AHEAD: dict[Language, str] = {
    "vi": "Không có số liệu của ngày chưa tới.",
    "en": "There are no figures of days to come.",
}
_BACKUP = Bilingual(
    """Chép số liệu vào TỆP trong lúc bộ đếm vẫn chạy. Phần dùng để phân biệt người xem hôm nay thì không chép.

    Để khôi phục: dừng dịch vụ, đặt TỆP vào chỗ của tệp số liệu rồi chạy lại dịch vụ.
    """,
    """Copy the figures into FILE while counting goes on. What tells today's visitors apart is left out.

    To restore it, stop the service, put FILE in the place of the figures and start the service again.
    """,
)
_THERE = Bilingual("Đã có {copy}.", "{copy} is there already.")


@command("import", _IMPORT)
@argument("table", metavar="CSV", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@root_option
@data_option
def import_command(table: Path, root: Path, data: Path | None) -> None:
    """Imports the daily figures in ``table``."""
    bulletin = read_counted_bulletin(root)
    file = database(root, data)
    with bulletin.ending_on_errors(file):
        days = read_days(table, current_time().astimezone(bulletin.site.timezone).date())
        if days.value is None:
            bulletin.end(*days.problems)
        with closing(SqliteStore(file, bulletin.calendar, bulletin.start)) as store:
            known = sorted(store.days().keys() & days.value.keys())
            if known:
                bulletin.end(problems.IMPORTED.at(Location(str(table)), day=known[0].isoformat()))
            store.add(days.value)
    language = bulletin.site.language
    click.echo(_IMPORTED[language].format(days=format_integer(len(days.value), language)))


@command("verify", _VERIFY)
@root_option
@data_option
def verify_command(root: Path, data: Path | None) -> None:
    """Checks the integrity of the figures."""
    bulletin = read_counted_bulletin(root)
    file = database(root, data)
    with bulletin.ending_on_errors(file):
        found = verify(file)
    if found:
        bulletin.end(*(problems.DAMAGED.at(Location(str(file)), reason=reason) for reason in found))
    click.echo(_SOUND[bulletin.site.language])


@command("repair", _REPAIR)
@root_option
@data_option
def repair_command(root: Path, data: Path | None) -> None:
    """Moves figures of future days to today."""
    bulletin = read_counted_bulletin(root)
    file = database(root, data)
    now = current_time()
    today = now.astimezone(bulletin.site.timezone).date()
    with bulletin.ending_on_errors(file):
        days = repair(file, today, int(now.timestamp()))
    message = _REPAIRED if days else _NOTHING_AHEAD
    click.echo(message[bulletin.site.language].format(to=today.isoformat(), days=", ".join(days)))


@command("backup", _BACKUP)
@argument("copy", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@root_option
@data_option
def backup_command(copy: Path, root: Path, data: Path | None) -> None:
    """Copies the figures into ``copy``."""
    if copy.exists():
        raise WrongUse(_THERE, copy=copy)
    bulletin = read_counted_bulletin(root)
    file = database(root, data)
    with bulletin.ending_on_errors(file):
        backup(file, copy)
    click.echo(copy)
