"""``bantin migrate``."""

from collections.abc import Iterator
from pathlib import Path

import click

from bantin.cli.changes import show_changes, write_changes
from bantin.cli.commands import argument, command, group, option
from bantin.cli.console import Console
from bantin.cli.root import find_root
from bantin.cli.run import PROBLEMS
from bantin.cli.whole_bulletin import load_with_drafts
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import discover, on_disk
from bantin.domain.model import Feature
from bantin.domain.problems import LANGUAGES
from bantin.domain.text.number_format import format_integer
from bantin.domain.text.suggestions import nearest
from bantin.index import Bulletin
from bantin.migration import InlineRecord, move_records
from bantin.site import addresses

_MIGRATE = Bilingual("Chuyển nội dung sang cách viết mới hơn.", "Move what is written to a newer form.")
_RECORDS = Bilingual(
    """Chuyển “agreement:” trong các bài của bản tin ở THƯ-MỤC thành tệp riêng: content/agreements/<mã>.md.

    Các dòng được chuyển nguyên văn; trong bài còn lại “about: [<mã>]”. Nêu MÃ thì chỉ chuyển những văn bản ấy. Có điều
    gì không chuyển được thì không ghi gì cả. Chạy lại lần nữa cũng không hại gì.
    """,
    """Move each “agreement:” in the articles of the bulletin in ROOT to a file of its own: content/agreements/<id>.md.

    Lines are moved as they are; “about: [<id>]” takes their place. With IDs, only these records are moved. If anything
    cannot be moved, nothing is written. It does no harm to run it again.
    """,
)
_DRY_RUN = Bilingual("Chỉ cho xem sẽ đổi gì, không ghi.", "Show what would change, and write nothing.")
_UNKNOWN = Bilingual("Không có văn bản nào có mã “{id}”.", "There is no record with the id “{id}”.")
_NEAR = Bilingual(
    "Không có văn bản nào có mã “{id}”; có phải “{near}”?",
    "There is no record with the id “{id}”; did you mean “{near}”?",
)
_NOTHING = Bilingual("Không có gì để chuyển.", "There is nothing to move.")
_WOULD = Bilingual("Sẽ chuyển {count} văn bản; chưa ghi gì.", "{count} records would be moved; nothing was written.")
_DONE = Bilingual("Đã chuyển {count} văn bản.", "{count} records were moved.")


@group("migrate", _MIGRATE)
def migrate_commands() -> None:
    """The group of commands that move content to newer forms."""


@command("records", _RECORDS)
@argument("words", metavar="[ROOT] [ID]...", nargs=-1)
@option("--dry-run", is_flag=True, words=_DRY_RUN)
def records_command(words: tuple[str, ...], *, dry_run: bool) -> None:
    """Moves agreements out of articles."""
    root, ids = _root_and_ids(words)
    bulletin = load_with_drafts(root)
    language = bulletin.directory.site.language
    found = discover(root).value
    files = frozenset(file.path for file in (found.files if found else ()))
    records = [*_inline_records(root, bulletin, files, _chosen(bulletin, ids))]
    moved = move_records(records, files, bulletin.directory.as_of)
    if moved.value is None:
        Console("text", language, root).problems(moved.problems)
        raise SystemExit(PROBLEMS)
    if not records:
        click.echo(_NOTHING.of(language))
        return
    if dry_run:
        show_changes(moved.value)
    else:
        write_changes(root, moved.value)
        for one in records:
            click.echo(f"{one.article.path} → {one.target}")
    said = _WOULD if dry_run else _DONE
    click.echo(said.of(language).format(count=format_integer(len(records), language)))


migrate_commands.add_command(records_command)


def _root_and_ids(words: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """The first word is the folder of the bulletin if it is a folder or cannot be an id."""
    if words and (Path(words[0]).is_dir() or not words[0].replace("-", "").isalnum()):
        return Path(words[0]), words[1:]
    return find_root(Path()), words


def _chosen(bulletin: Bulletin, ids: tuple[str, ...]) -> frozenset[str]:
    """The ids of the records to move, all if none is given. Raises ``WrongUse`` for one that does not exist."""
    known = bulletin.register.by_id
    for one in ids:
        if one not in known:
            near = nearest(one, known)
            raise WrongUse(_NEAR if near else _UNKNOWN, id=one, near=near)
    return frozenset(ids or known)


def _inline_records(
    root: Path, bulletin: Bulletin, files: frozenset[str], ids: frozenset[str]
) -> Iterator[InlineRecord]:
    site = bulletin.directory.site
    for article in sorted(bulletin.articles, key=lambda one: one.path):
        if article.agreement is None or article.agreement.id not in ids:
            continue
        stem = article.path.removesuffix(".md")
        translations = [path for one in LANGUAGES if (path := f"{stem}.{one}.md") in files]
        is_published = Feature.DATA not in site.off and not article.draft
        yield InlineRecord(
            article=article,
            data=on_disk(root, article.path).read_bytes(),
            translations={path: on_disk(root, path).read_bytes() for path in translations},
            old_data_address=addresses.record(site, article) if is_published else "",
        )
