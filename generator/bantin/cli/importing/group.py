"""``bantin import``: the group of its commands. What is no command is a source: ``bantin import cu/``."""

from bantin.cli.commands import GroupWithDefault, group
from bantin.cli.importing.confirm import confirm_command
from bantin.cli.importing.files import files_command
from bantin.cli.importing.review import review_command
from bantin.cli.words import Bilingual

_IMPORT = Bilingual(
    """Nhập tài liệu sẵn có thành bản nháp: tệp Word, PDF, bảng tính, trang đã lưu của cổng thông tin cũ.

    \b
    bantin import NGUỒN…        nhập các tệp và thư mục (như “bantin import files NGUỒN…”)
    bantin import review        liệt kê những chỗ máy đoán còn chờ xác nhận
    bantin import confirm TỆP…  xác nhận mọi chỗ đoán của các tệp đã đọc xong

    Mọi giá trị đoán đều có dấu “#?” kèm lời của nguồn. Tệp đã có người sửa không bao giờ bị ghi đè.
    Từng bước: docs/import.vi.md.
    """,
    """Import material that there is as drafts: Word files, PDFs, spreadsheets, saved pages of an old portal.

    \b
    bantin import SOURCE…       import files and folders (as “bantin import files SOURCE…”)
    bantin import review        list the guesses that nobody has confirmed yet
    bantin import confirm FILE… confirm all guesses of files that you have read

    Every guess is marked with “#?” and the words that it rests on. What somebody has edited is never overwritten.
    """,
)


@group("import", _IMPORT, cls=GroupWithDefault, default="files")
def import_commands() -> None:
    """The group of commands that import."""


import_commands.add_command(files_command)
import_commands.add_command(review_command)
import_commands.add_command(confirm_command)
