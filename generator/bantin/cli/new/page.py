"""``bantin new page``."""

import click
from msgspec.structs import astuple

from bantin.cli.bulletin import read_site
from bantin.cli.commands import argument, command, option
from bantin.cli.new.values import create, given, id_for, root_and_words
from bantin.cli.words import Bilingual, WrongUse
from bantin.domain.problems import Language
from bantin.scaffold import page_path, page_text
from bantin.site.addresses import WORDS

_DONE: dict[Language, str] = {
    "vi": "Đã tạo {path}. Hãy mở tệp và viết tiếp; muốn trang có trong danh mục thì thêm dưới “menu:” trong site.yml "
    "dòng “  - {below}”.",
    "en": "There is a new page: {path}. Open it and write on; to have it in the menu, add the line “  - {below}” below "
    "“menu:” in site.yml.",
}
_PAGE = Bilingual(
    "Bắt đầu một trang tĩnh. Ví dụ: giới thiệu, liên hệ, điều khoản sử dụng. Tệp là content/pages/<tên>.md.",
    "Begin a static page. Such as about, contact or terms of use. The file is content/pages/<name>.md.",
)
_SLUG = Bilingual(
    "Tên trong địa chỉ của trang.  [mặc định: từ tiêu đề]", "Its name in the address.  [default: the title]"
)
_TITLE = Bilingual("tiêu đề", "a title")
_OTHER = Bilingual("tên khác bằng --slug", "another name with --slug")
_TAKEN = Bilingual(
    "Trang web dùng địa chỉ /{slug}/ cho nội dung khác; hãy chọn tên khác bằng --slug.",
    "The site uses the address /{slug}/ for something else; choose another name with --slug.",
)


@command("page", _PAGE)
@argument("words", metavar="[ROOT] TITLE", nargs=-1)
@option("--slug", words=_SLUG)
def page_command(words: tuple[str, ...], slug: str | None) -> None:
    """Creates a static page."""
    root, others = root_and_words(words, 2, "bantin new page")
    _, site = read_site(root)
    language = site.language
    title = given("".join(others).strip(), _TITLE, language)
    name = id_for(title, slug, _TITLE)
    if name in astuple(WORDS[language]):
        raise WrongUse(_TAKEN, slug=name)
    path = page_path(name)
    create(root / path, page_text(title, language), root, _OTHER)
    click.echo(_DONE[language].format(path=root / path, below=path.removeprefix("content/")))
