"""``bantin counter``: the group of its commands."""

from bantin.cli.commands import group
from bantin.cli.counter.data import backup_command, import_command, repair_command, verify_command
from bantin.cli.counter.logs import logs_command
from bantin.cli.counter.serve import serve_command
from bantin.cli.counter.snapshot import snapshot_command
from bantin.cli.words import Bilingual

_COUNTER = Bilingual(
    """Đếm lượt xem: hôm nay, tuần này, tất cả, và số người đang xem.

    \b
    Trong content/site.yml, hãy chọn cách đếm:
      counter: {mode: live}   một dịch vụ đếm trong lúc người ta đọc trang
      counter: {mode: logs}   đếm từ nhật ký của máy chủ web, theo từng đợt
      counter: {mode: off}    không đếm (mặc định)

    Cách cài đặt và ý nghĩa từng con số: docs/counter.vi.md.
    """,
    """Count visitors: today, this week, in all, and who is online.

    \b
    In content/site.yml, choose how:
      counter: {mode: live}   a service counts while pages are read
      counter: {mode: logs}   the logs of the web server are counted, at intervals
      counter: {mode: off}    nobody is counted (the default)

    docs/counter.md tells how to set it up, and what each figure means.
    """,
)


@group("counter", _COUNTER)
def counter_commands() -> None:
    """The group of the counter's commands."""


for command in (
    serve_command,
    snapshot_command,
    logs_command,
    import_command,
    verify_command,
    repair_command,
    backup_command,
):
    counter_commands.add_command(command)
