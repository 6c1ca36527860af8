"""``bantin new article``, which is also what ``bantin new TITLE`` does."""

from datetime import date
from pathlib import Path

import click

from bantin.cli.bulletin import read_settings
from bantin.cli.commands import argument, command, option
from bantin.cli.completing import complete_records
from bantin.cli.new.agreement import GivenFacts, agreement_options, given_facts, new_agreement
from bantin.cli.new.record import create_record
from bantin.cli.new.values import create, given_or_asked, root_and_words, title_of
from bantin.cli.options import current_time, day
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.content.discover import Role, Sources, role_of
from bantin.content.record import known_records
from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify
from bantin.domain.text.suggestions import nearest
from bantin.scaffold import NewArticle, article_path, article_text

_TITLE: dict[Language, str] = {"vi": "Tiêu đề", "en": "Headline"}
_DONE: dict[Language, str] = {
    "vi": "Đã tạo {path}. Hãy mở tệp và viết tiếp.",
    "en": "There is a new article: {path}. Open it and write on.",
}
_ARTICLE = Bilingual(
    """Bắt đầu một bài viết: một tệp đúng mẫu để viết tiếp.

    Với --about là tin về văn bản đã có. Chạy trong cửa sổ lệnh thì lệnh hỏi những gì chưa nêu.
    """,
    """Begin an article: a valid file to write on in.

    With --about, it is news about known records. In a terminal, asks for what is not given.
    """,
)
_RECORD = Bilingual("Như bantin new record: một văn bản có tệp riêng.", "As bantin new record: a record of its own.")
_ABOUT = Bilingual(
    "Mã của văn bản mà bài viết nói đến; mỗi văn bản nêu một lần.",
    "The id of a record that the article is about; give it once for each.",
)
_PUBLISHED = Bilingual("Ngày đăng.  [mặc định: hôm nay]", "The day of publication.  [default: today]")
_UNDATED = Bilingual("Bài chưa rõ ngày đăng.", "Nobody knows when it was published.")
_EITHER = Bilingual(
    "--about chỉ dùng cho bài viết về văn bản đã có, không đi cùng --record, --agency, --signed-on, --type, --field; "
    "văn bản (--record) không có --published và --undated; hai tùy chọn này không đi cùng nhau.",
    "--about is for an article about known records, without --record, --agency, --signed-on, --type or --field; "
    "a record (--record) has no --published and no --undated; an article has one of these two.",
)
_NO_RECORD = Bilingual("Không có văn bản nào có mã “{id}”.", "There is no record with the id “{id}”.")
_NO_RECORD_NEAR = Bilingual(
    "Không có văn bản nào có mã “{id}”; có phải “{near}”?",
    "There is no record with the id “{id}”; did you mean “{near}”?",
)
_REFUSED = Bilingual(
    "bài viết không thể có tên tệp {name}; hãy thêm một từ vào tiêu đề.",
    "no article can be in a file called {name}; add a word to the title.",
)


@command("article", _ARTICLE)
@argument("words", metavar="[ROOT] TITLE", nargs=-1)
@option("--record", "is_record", is_flag=True, words=_RECORD)
@option("--about", "about", multiple=True, metavar="ID", shell_complete=complete_records, words=_ABOUT)
@agreement_options
@option("--published", callback=day, metavar="DATE", words=_PUBLISHED)
@option("--undated", "is_undated", is_flag=True, words=_UNDATED)
def article_command(  # noqa: PLR0917 - click calls it by name
    words: tuple[str, ...],
    about: tuple[str, ...],
    agencies: tuple[str, ...],
    signed_on: str | None,
    type_: str | None,
    fields: tuple[str, ...],
    published: date | None,
    *,
    is_record: bool,
    is_undated: bool,
) -> None:
    """Creates an article, or a record."""
    root, others = root_and_words(words, 2, "bantin new")
    title = others[0] if others and others[0] else None
    facts = given_facts(agencies, signed_on, type_, fields)
    has_day = published or is_undated
    if (about and (is_record or facts != GivenFacts())) or (is_record and has_day) or (published and is_undated):
        raise WrongUse(_EITHER)
    if is_record:
        create_record(root, title, facts, None)
        return
    sources, site, vocabulary = read_settings(root)
    language = site.language
    title = given_or_asked(title, _TITLE[language], language, _title)
    ids = _about(root, sources, about)
    agreement = None if ids else new_agreement(facts, root, sources, vocabulary, language)
    today = current_time().astimezone(site.timezone).date()
    article = NewArticle(title, None if is_undated else published or today, agreement, ids)
    target = root / article_path(article)
    create(target, article_text(article, language), root)
    click.echo(_DONE[language].format(path=target))


def _title(text: str) -> str:
    name = f"{slugify(title_of(text))}.md"
    if role_of(f"content/articles/undated/{name}") is not Role.ARTICLE:
        raise WrongValue(_REFUSED, name=name)
    return text.strip()


def _about(root: Path, sources: Sources, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The records that an article is to be about. Raises ``WrongUse`` for one that does not exist."""
    known = known_records(root, sources) if ids else frozenset()
    for one in ids:
        if one not in known:
            near = nearest(one, known)
            raise WrongUse(_NO_RECORD_NEAR if near else _NO_RECORD, id=one, near=near)
    return tuple(dict.fromkeys(ids))
