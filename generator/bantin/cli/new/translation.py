"""``bantin new translation``."""

from pathlib import Path

import click

from bantin.cli.bulletin import BROKEN, read_site
from bantin.cli.commands import argument, command, option
from bantin.cli.completing import complete_files
from bantin.cli.new.values import create, given, root_and_words
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import CONTENT, Role, display_path, read, role_of
from bantin.content.files import LARGEST_TEXT
from bantin.content.schema.gone import GONE
from bantin.content.schema.own_fields import record_translation_fields, translation_fields
from bantin.content.yaml.parser import Plain
from bantin.domain.model import Site
from bantin.domain.problems import LANGUAGES, Language
from bantin.migration import read_front, values_of
from bantin.scaffold import translation_text

_DONE: dict[Language, str] = {
    "vi": "Đã tạo {path}. Hãy mở tệp và dịch: bản gốc ghi sau dấu #.",
    "en": "There is a new translation: {path}. Open it and translate: the original stands after each #.",
}
_TRANSLATION = Bilingual(
    """Bắt đầu bản dịch của bài viết, trang hay văn bản.

    TỆP là đường dẫn, hoặc mã của văn bản có tệp riêng. Mỗi chỗ cần dịch có sẵn khóa, kèm lời của
    bản gốc; những gì không cần dịch thì bản dịch không có.
    """,
    """Begin the translation of an article, a page or a record.

    FILE is its path, or the id of a record with a file of its own. Every text to be translated has its
    key, with the original beside it; nothing else is in a translation.
    """,
)
_INTO = Bilingual(
    "Ngôn ngữ của bản dịch.  [mặc định: ngôn ngữ còn lại của bản tin]",
    "The language to translate into.  [default: the other one of the bulletin]",
)
_FILE = Bilingual("đường dẫn của tệp cần dịch", "the path of the file to translate")
_NO_FILE = Bilingual(
    "Không có bài viết, trang hay văn bản nào là “{file}”.", "There is no article, page or record “{file}”."
)
_NOT_TRANSLATED = Bilingual(
    "{path} không phải là bài viết, trang hay văn bản.", "{path} is no article, page or record."
)
_NO_LANGUAGE = Bilingual(
    "Bản tin chưa có ngôn ngữ này; hãy thêm “languages: [{languages}]” vào content/site.yml.",
    "The bulletin is not in this language yet; add “languages: [{languages}]” to content/site.yml.",
)
_GONE = Bilingual("{path} đã được gỡ khỏi trang.", "{path} is not on the site any more.")
_OTHER = Bilingual("ngôn ngữ khác", "another language")


@command("translation", _TRANSLATION)
@argument("words", metavar="[ROOT] FILE", nargs=-1, shell_complete=complete_files)
@option("--language", "into", type=click.Choice(LANGUAGES), words=_INTO)
def translation_command(words: tuple[str, ...], into: Language | None) -> None:
    """Creates a translation."""
    root, others = root_and_words(words, 2, "bantin new translation")
    _, site = read_site(root)
    language = site.language
    path = _original(given("".join(others), _FILE, language), root)
    chosen = _language(into, site)
    target = root / f"{path.removesuffix('.md')}.{chosen}.md"
    front, has_text = _front(root, path)
    is_record = role_of(path) is Role.RECORD
    fields = (record_translation_fields if is_record else translation_fields)(site.own_fields)
    create(target, translation_text(front, fields, (language, chosen), has_text=has_text), root, _OTHER)
    click.echo(_DONE[language].format(path=target))


def _original(written: str, root: Path) -> str:
    """The path of the file that was ``written``, from the root. Raises ``WrongUse`` if it cannot be translated."""
    places = (Path(written), root / written, root / CONTENT / written, root / CONTENT / "agreements" / f"{written}.md")
    files = (place / "index.md" if place.is_dir() else place for place in places)
    paths = (display_path(file, root) for file in files if file.is_file())
    path = next((path for path in paths if path.startswith(f"{CONTENT}/")), None)
    if path is None:
        raise WrongUse(_NO_FILE, file=written)
    if role_of(path) not in (Role.ARTICLE, Role.PAGE, Role.RECORD):
        raise WrongUse(_NOT_TRANSLATED, path=path)
    return path


def _language(into: Language | None, site: Site) -> Language:
    others = [one.language for one in site.others]
    if into is None and len(others) == 1:
        return others[0]
    if into is None or into not in others:
        wanted = [site.language, *others, *([into] if into and into not in (site.language, *others) else ())]
        more = [one for one in LANGUAGES if one not in wanted] if len(wanted) == 1 else []
        raise WrongUse(_NO_LANGUAGE, languages=", ".join((*wanted, *more)))
    return into


def _front(root: Path, path: str) -> tuple[dict[str, Plain], bool]:
    """The front matter of the file, and whether it has a text. Raises ``WrongUse`` if it cannot be read or is gone."""
    data = read(root, path, LARGEST_TEXT).value
    try:
        front = read_front(data or b"", path)
    except ValueError:
        raise WrongUse(BROKEN, path=path) from None
    values = values_of(front)
    if values.get(GONE):
        raise WrongUse(_GONE, path=path)
    return values, any(line.strip() for line in front.lines[front.end + 1 :])
