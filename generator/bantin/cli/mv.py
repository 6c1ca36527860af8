"""``bantin mv``."""

import os
import posixpath
from collections import defaultdict
from pathlib import Path

import click

from bantin.cli.bulletin import BROKEN, read_bulletin, unsound
from bantin.cli.commands import argument, command
from bantin.cli.completing import complete_files
from bantin.cli.files import CANNOT_WRITE, require_inside, write_files
from bantin.cli.language import spoken_language
from bantin.cli.options import current_time, default_jobs, root_argument
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import CONTENT, Role, SourceFile, discover, on_disk, role_of
from bantin.content.ledger import LEDGER, ledger_text
from bantin.content.load import load
from bantin.domain.model import AddressKind, Article, Content, Ledger, Named, StaticPage
from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify
from bantin.migration import Moves, mentions, moves_of, renamed, rewritten, with_id
from bantin.runtime.cache import Store, open_store, program_version
from bantin.runtime.workers import local

_MV = Bilingual(
    """Đổi tên hoặc chuyển bài viết, trang ở CŨ thành MỚI, cùng ảnh và bản dịch.

    Địa chỉ cũ vẫn dẫn đến nơi mới, liên kết trong các tệp khác được sửa theo. Không tệp nào bị ghi đè. Nếu bị ngắt giữa
    chừng, hãy chạy lại đúng lệnh ấy. Nếu đã tự đổi tên tệp, lệnh chỉ làm nốt phần còn lại.
    """,
    """Rename or move the article or page OLD to NEW, with its photos and translations.

    The old address leads to the new one, and links in other files are rewritten. No file is written over. After an
    interruption, give the same command again. If you have moved the file yourself, only the rest is done.
    """,
)
_NO_FILE = Bilingual("Không có tệp {path}.", "There is no file {path}.")
_THERE = Bilingual("Đã có {path}; không tệp nào bị ghi đè.", "{path} is there already; nothing is written over.")
_OUTSIDE = Bilingual("{path} không nằm trong content/ của bản tin.", "{path} is not in content/ of the bulletin.")
_KEEPS_NAME = Bilingual(
    "Tên tệp {path} là mã, mà mã thì không bao giờ thay đổi; hãy sửa tên gọi bên trong tệp.",
    "The name of {path} is its id, which never changes; change the name or title inside the file.",
)
_NOT_MOVED = Bilingual(
    "Lệnh này chỉ chuyển bài viết và trang, mỗi loại trong thư mục của nó: {old} không thể thành {new}.",
    "This moves articles and pages, each within its own folder: {old} cannot become {new}.",
)
_NO_LINES = Bilingual(
    "Hãy tự ghi “id: {id}” dưới “agreement:” trong {path} rồi chạy lại: mã của văn bản không được thay đổi.",
    "Write “id: {id}” under “agreement:” in {path} and try again: the id of a record never changes.",
)
_MOVED = Bilingual("{old} → {new}", "{old} → {new}")
_REWRITTEN = Bilingual("Đã sửa đường dẫn trong {path}.", "Paths in {path} were rewritten.")
_KEPT = Bilingual("/{address} sẽ dẫn đến nơi mới.", "/{address} will lead to the new place.")
_NO_LEDGER = Bilingual(
    "Chưa có {ledger}: nếu bài đã công khai, hãy chạy “bantin build” trước khi sửa gì khác.",
    "There is no {ledger} yet: if this is public, run “bantin build” before you change anything else.",
)

# What is written without “content/”.
_FOLDERS = ("agencies", "agreements", "articles", "pages")


@command("mv", _MV)
@argument("old", shell_complete=complete_files)
@argument("new", shell_complete=complete_files)
@root_argument
def mv_command(old: str, new: str, root: Path) -> None:
    """Moves the article or page ``old`` to ``new``."""
    language = spoken_language([root])
    before, after = _main_files(old, new, root)
    with open_store(None, program_version(())) as store:
        content = _content(root, store)
        item = _item(content, before if before in content.files or after not in content.files else after)
        moves = moves_of(before, after, content.files)
        _require_free(moves, content, root)
        _require_own_address(item, after, content)
        _keep_id(item, before, after, root)
        if content.ledger is None:
            click.echo(_NO_LEDGER.of(language).format(ledger=LEDGER), err=True)
        else:
            _note(content.ledger, _named(item, before), _named(item, after), root, language)
        _move(moves, root, language)
        _rewrite(moves, _content(root, store), root, language)


def _main_files(old: str, new: str, root: Path) -> tuple[str, str]:
    """The paths of the main files from the root. Raises ``WrongUse`` for what cannot be moved."""
    before = _main_file(_from_root(old, root), root)
    wanted = _from_root(new, root)
    if new.endswith("/") or ((root / wanted).is_dir() and before.endswith(".md") and not before.endswith("/index.md")):
        wanted = f"{wanted}/{posixpath.basename(before)}"
    after = wanted if wanted.lower().endswith(".md") else f"{wanted}/index.md"
    roles = role_of(before), role_of(after)
    if roles[0] in (Role.AGENCY, Role.RECORD):
        raise WrongUse(_KEEPS_NAME, path=before)
    if roles[0] not in (Role.ARTICLE, Role.PAGE) or roles[0] != roles[1] or before == after:
        raise WrongUse(_NOT_MOVED, old=before, new=after)
    if before.endswith("/index.md") and not after.endswith("/index.md"):
        raise WrongUse(_NOT_MOVED, old=before, new=after)
    return before, after


def _from_root(written: str, root: Path) -> str:
    """The path that was ``written`` from the root, from ``content/``, or as a shell completes it."""
    inside = [root / written, root / CONTENT / written, Path(written)]
    place = next((path for path in inside if path.exists()), None)
    if place is None:
        top = posixpath.normpath(written).split("/")[0]
        place = inside[0] if top == CONTENT else inside[1] if top in _FOLDERS else inside[2]
    try:
        path = Path(os.path.abspath(place)).relative_to(os.path.abspath(root)).as_posix()  # noqa: PTH100
    except ValueError:
        raise WrongUse(_OUTSIDE, path=written) from None
    if not path.startswith(f"{CONTENT}/"):
        raise WrongUse(_OUTSIDE, path=written)
    return path


def _main_file(path: str, root: Path) -> str:
    """The file of the text, for the path of a file or of the folder of an article."""
    return f"{path}/index.md" if (root / path).is_dir() or not posixpath.splitext(path)[1] else path


def _content(root: Path, store: Store) -> Content:
    """Reads the content; links that lead nowhere are no hindrance."""
    _, settings = read_bulletin(root)
    sources = discover(root).value
    today = current_time().date()
    content = (
        load(root, sources, settings, today, workers=local(default_jobs(None)), store=store).value if sources else None
    )
    if content is None:
        raise unsound(root)
    return content


def _item(content: Content, path: str) -> Article | StaticPage:
    items: tuple[Article | StaticPage, ...] = (*content.articles, *content.pages)
    for one in items:
        if one.path == path:
            return one
    raise WrongUse(BROKEN if path in content.files else _NO_FILE, path=path)


def _require_free(moves: Moves, content: Content, root: Path) -> None:
    taken = {path.lower(): path for path in content.files if path not in moves.paths}
    for old, new in (*moves.paths.items(), *moves.renames):
        require_inside(root / new, root)
        if on_disk(root, old).exists() and (new.lower() in taken or on_disk(root, new).exists()):
            raise WrongUse(_THERE, path=taken.get(new.lower(), new))


def _require_own_address(item: Article | StaticPage, after: str, content: Content) -> None:
    """Raises ``WrongUse`` if another article or page has the address that ``item`` would have at ``after``."""
    wanted = _in_address(item, after)
    every: tuple[Article | StaticPage, ...] = (*content.articles, *content.pages)
    for other in every:
        if other.path not in (item.path, after) and _in_address(other, other.path) == wanted:
            raise WrongUse(_THERE, path=other.path)


def _in_address(item: Article | StaticPage, path: str) -> tuple[str, ...]:
    """The parts of the address of ``item`` that its file decides, if that is at ``path``: folder of the year, slug."""
    slug = _slug(path) if item.slug == _slug(item.path) else item.slug
    return (path.split("/")[2], slug) if isinstance(item, Article) else (slug,)


def _keep_id(item: Article | StaticPage, before: str, after: str, root: Path) -> None:
    """Writes the id of the agreement into an article if it is that of the file's name, which is another one now."""
    agreement = item.agreement if isinstance(item, Article) else None
    if agreement is None or agreement.id != _slug(item.path) or _slug(before) == _slug(after):
        return
    place = on_disk(root, item.path)
    data = place.read_bytes()
    made = with_id(data, item.path, _slug(before))
    if made is None:
        raise WrongUse(_NO_LINES, id=_slug(before), path=item.path)
    if made != data:
        write_files(root, {place: made})


def _slug(path: str) -> str:
    return slugify(SourceFile(path, role_of(path) or Role.PAGE, 0, 0).stem)


def _note(ledger: Ledger, old: Named, new: Named, root: Path, language: Language) -> None:
    """Notes in the ledger that the addresses of the item ``old`` lead to the one that is called ``new``."""
    public = [address for address, one in ledger.items() if one.named == old and old != new]
    if public:
        write_files(root, {root / LEDGER: ledger_text(renamed(ledger, old, new[1])).encode()})
    for address in public:
        click.echo(_KEPT.of(language).format(address=address))


def _named(item: Article | StaticPage, path: str) -> Named:
    """The kind and id of ``item`` in the ledger, if its file is at ``path``."""
    address = "/".join(_in_address(item, path))
    if isinstance(item, StaticPage):
        return AddressKind.PAGE, address
    if item.agreement:
        return AddressKind.RECORD, item.agreement.id
    return AddressKind.ARTICLE, address


def _move(moves: Moves, root: Path, language: Language) -> None:
    """Renames the files, those of a folder together with it. What has its new name already is passed over."""
    for old, new in moves.renames:
        source, target = on_disk(root, old), root / new
        if not source.exists() or target.exists():
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)
        except OSError as error:
            raise WrongUse(CANNOT_WRITE, path=target, reason=error) from error
        click.echo(_MOVED.of(language).format(old=old, new=new))


def _rewrite(moves: Moves, content: Content, root: Path, language: Language) -> None:
    """Rewrites the paths of the moved files in all files that name them, and those in the moved files themselves."""
    found = defaultdict(list)
    for one in mentions(content):
        found[one.path].append(one)
    changes = {}
    for path, named in sorted(found.items()):
        place = on_disk(root, path)
        data = place.read_bytes()
        made = rewritten(data, named, moves, content.files)
        if made != data:
            changes[place] = made
            click.echo(_REWRITTEN.of(language).format(path=path))
    write_files(root, changes)
