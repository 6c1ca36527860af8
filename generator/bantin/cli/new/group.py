"""``bantin new``: the group of its commands. What is no command is the title of an article."""

from bantin.cli.commands import GroupWithDefault, group
from bantin.cli.new.agency import agency_command
from bantin.cli.new.article import article_command
from bantin.cli.new.event import event_command
from bantin.cli.new.page import page_command
from bantin.cli.new.record import record_command
from bantin.cli.new.translation import translation_command
from bantin.cli.words import Bilingual

_NEW = Bilingual(
    """Bắt đầu một bài viết, văn bản, cơ quan, trang hay bản dịch; thêm sự kiện cho văn bản.

    Không nêu loại thì là bài viết: bantin new 'Bộ A và Bộ B ký Quy chế phối hợp'. Mỗi lệnh
    tạo một tệp đúng mẫu để viết tiếp. Không tệp nào bị ghi đè. Thư mục của bản tin trùng tên một lệnh thì ghi ./tên.
    """,
    """Begin an article, a record, an agency, a page or a translation; add an event to a record.

    Without a kind, it is an article: bantin new 'Ministry A and Ministry B sign …'. Each
    makes a valid file to fill in. No file is written over. If the folder of the bulletin has the name of a command,
    write ./name.
    """,
)


@group("new", _NEW, cls=GroupWithDefault, default="article", no_args_is_help=False)
def new_commands() -> None:
    """The group of commands that create files."""


for _one in (article_command, record_command, event_command, agency_command, page_command, translation_command):
    new_commands.add_command(_one)
