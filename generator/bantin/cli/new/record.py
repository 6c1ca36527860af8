"""``bantin new record``."""

from pathlib import Path

import click

from bantin.cli.bulletin import read_settings
from bantin.cli.commands import argument, command, option
from bantin.cli.new.agreement import GivenFacts, agreement_options, given_facts, new_agreement
from bantin.cli.new.values import create, given_or_asked, id_for, root_and_words, title_of
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.record import known_records
from bantin.domain.problems import Language
from bantin.scaffold import record_path, record_text

_SUBJECT: dict[Language, str] = {"vi": "Tên văn bản (trích yếu)", "en": "Subject line"}
_DONE: dict[Language, str] = {
    "vi": "Đã tạo {path}. Hãy mở tệp và ghi tiếp.",
    "en": "There is a new record: {path}. Open it and fill it in.",
}
_RECORD = Bilingual(
    """Bắt đầu một văn bản có tệp riêng.

    Tệp là content/agreements/<mã>.md; TIÊU-ĐỀ là trích yếu. Mã không bao giờ thay đổi.
    Chạy trong cửa sổ lệnh thì lệnh hỏi những gì chưa nêu.
    """,
    """Begin a record with a file of its own.

    The file is content/agreements/<id>.md; TITLE is its subject line. The id never changes. In a terminal,
    asks for what is not given.
    """,
)
_ID = Bilingual("Mã của văn bản.  [mặc định: từ trích yếu]", "Its id.  [default: made of the subject line]")
_SUBJECT_LINE = Bilingual("trích yếu", "a subject line")
_OTHER = Bilingual("mã khác bằng --id", "another id with --id")
_TAKEN = Bilingual(
    "Một bài viết đã có văn bản mang mã “{id}”; hãy chọn mã khác bằng --id.",
    "The agreement of an article has the id “{id}”; choose another with --id.",
)


@command("record", _RECORD)
@argument("words", metavar="[ROOT] TITLE", nargs=-1)
@option("--id", "record_id", words=_ID)
@agreement_options
def record_command(  # noqa: PLR0917 - click calls it by name
    words: tuple[str, ...],
    record_id: str | None,
    agencies: tuple[str, ...],
    signed_on: str | None,
    type_: str | None,
    fields: tuple[str, ...],
) -> None:
    """Creates a record."""
    root, others = root_and_words(words, 2, "bantin new record")
    title = others[0] if others and others[0] else None
    create_record(root, title, given_facts(agencies, signed_on, type_, fields), record_id)


def create_record(root: Path, title: str | None, facts: GivenFacts, record_id: str | None) -> None:
    """Creates the record with the given ``facts``, or asks for them at a terminal. Raises ``click.UsageError``."""
    sources, site, vocabulary = read_settings(root)
    language = site.language
    title = given_or_asked(title, _SUBJECT[language], language, title_of)
    own_id = id_for(title, record_id, _SUBJECT_LINE)
    target = root / record_path(own_id)
    if not target.exists() and own_id in known_records(root, sources):
        raise WrongUse(_TAKEN, id=own_id)
    agreement = new_agreement(facts, root, sources, vocabulary, language)
    create(target, record_text(title, agreement, language), root, _OTHER)
    click.echo(_DONE[language].format(path=target))
