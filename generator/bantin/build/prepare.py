"""The first stages: from a folder to a site that only has to be rendered and published."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bantin.build.request import BuildContext, Edition, Request, Stage
from bantin.content.checks.references import check_hours
from bantin.content.discover import SourceFile, discover
from bantin.content.files import SITE
from bantin.content.git_history import check_history, find_head
from bantin.content.load import Settings, load, load_settings
from bantin.domain.model import History, Site
from bantin.domain.problems import BulletinError, Checked, Language, Problem, has_errors, in_order
from bantin.index import Bulletin, index
from bantin.output.publish import RECEIPT
from bantin.output.publish.receipt import Subject
from bantin.output.serving.files import serving_files
from bantin.render import Artifact, Directories, Frames, framed, load_assets, load_theme
from bantin.render.images import image_keys
from bantin.render.renderer import taken_filters
from bantin.render.theme import Layer, Theme
from bantin.render.translations import load_translations, load_wording
from bantin.runtime.cache import Store
from bantin.site import CopiedFile, Page
from bantin.site.addresses import output_path
from bantin.site.cms import check_bundles
from bantin.site.page import Image, key_with
from bantin.site.plan import check_texts, plan
from bantin.site.plugins import find_problems, load_plugins
from bantin.site.redirects import moved

T = TypeVar("T")


class PreparedSite(Struct, frozen=True):
    """A site that has passed every check but those that rendering makes.

    ``assets`` are what it has besides pages and content files. ``keys`` tell whether a page, or a content file to
    publish, has changed, by the path of the file; ``blank_keys`` whether a page that shows texts has changed in
    anything else, by its address.
    """

    edition: Edition
    bulletin: Bulletin
    pages: tuple[Page, ...]
    files: tuple[CopiedFile, ...]
    images: tuple[Image, ...]
    theme: Theme
    keys: Mapping[str, bytes]
    blank_keys: Mapping[str, bytes]
    assets: tuple[Artifact, ...]
    directories: Directories
    frames: Frames
    subject: Subject


class Diagnostics:
    """The problems that the stages have met so far, and the language to tell them in."""

    def __init__(self, problems: Iterable[Problem] = (), language: Language = "en") -> None:
        self.problems = list(problems)
        self.language = language

    def take(self, checked: Checked[T]) -> T:
        """The value of a stage, whose problems join the others. Without a value there is no way on."""
        self.problems += checked.problems
        return self.stop() if checked.value is None else checked.value

    def stop_on_errors(self, *, strict: bool = False) -> None:
        """Raises ``BulletinError`` if there is an error; when ``strict``, if there is anything."""
        if has_errors(self.problems) or (strict and self.problems):
            self.stop()

    def stop(self) -> NoReturn:
        """Raises ``BulletinError`` with all of them."""
        raise BulletinError(self.problems, self.language)


def prepare(request: Request, tools: BuildContext, store: Store) -> PreparedSite:
    """Reads, checks, indexes and plans the bulletin.

    Raises ``BulletinError`` with all problems when one of them is an error.
    """
    root = request.root
    tools.progress(Stage.READ, 0, 0)
    met = Diagnostics()
    plugins = met.take(load_plugins(tools.plugins))
    met.problems += taken_filters(plugins.filters)
    sources = met.take(discover(root))
    settings = _with_base_url(met.take(load_settings(root, sources)), request.base_url)
    met.language = settings.language
    today = request.as_of or request.now.astimezone(settings.site.timezone if settings.site else None).date()
    known = tools.recollection
    head = find_head(root) if request.history else None
    if request.history and head is None:
        met.problems += check_history(root)
    content = met.take(
        load(root, sources, settings, today, workers=tools.workers, store=store, decoded=known, head=head)
    )
    if request.as_of is None:
        met.problems += check_hours(content.articles, request.now)
    bulletin = index(content, today, drafts=request.drafts)
    if has_errors(met.problems):
        met.problems += check_texts(bulletin, content)
        met.stop_on_errors()
    met.problems += find_problems(plugins.checks, bulletin)
    tools.progress(Stage.PLAN, 0, 0)
    layers = [Layer(kind.plugin, kind.theme, bundled=True) for kind in plugins.kinds if kind.theme]
    theme = met.take(load_theme(root, content.site.theme, SITE, layers))
    for one in bulletin.in_all_languages:
        met.take(load_translations(theme, one.directory.site.language, root))
    worded = met.take(_in_words_of(theme, content.site, root))
    met.stop_on_errors()
    if worded != content.site:
        content = replace(content, site=worded)
        bulletin = index(content, today, drafts=request.drafts)
    assets = met.take(load_assets(theme, root))
    met.problems += check_bundles(content.site, assets.addresses)
    served = tuple(serving_files(bulletin))
    others = (*assets.addresses.values(), *(one.path for one in served), RECEIPT)
    planned = met.take(plan(bulletin, content.files, others, plugins.kinds))
    met.stop_on_errors()
    paths = (
        *(output_path(page.address) for page in planned.pages),
        *(one.address for one in (*planned.files, *planned.images)),
        *others,
    )
    edition = Edition(
        language=settings.language,
        articles=len(bulletin.articles),
        problems=in_order(met.problems),
        zone=content.site.timezone.key,
        day=today,
        paths=tuple(sorted(paths)),
    )
    directories = {one.directory.site.prefix: one.directory for one in bulletin.in_all_languages}
    sites = {
        prefix: replace(site, assets=assets.seen_from(directories[prefix].site.up))
        for prefix, site in planned.sites.items()
    }
    frames = {
        prefix: framed(
            directories[prefix],
            site,
            theme,
            root,
            store,
            compiled=tools.memory is not None,
            sandboxed=request.sandboxed,
            filters=plugins.filters,
        )
        for prefix, site in sites.items()
    }
    blank_keys = {page.address: page.blank_key(frames[page.prefix].digest) for page in planned.pages}
    return PreparedSite(
        edition=edition,
        bulletin=bulletin,
        pages=planned.pages,
        files=planned.files,
        images=planned.images,
        theme=theme,
        keys={
            **_copies(planned.files, sources.files, store),
            **image_keys(planned.images),
            **{output_path(page.address): key_with(blank_keys[page.address], page.texts) for page in planned.pages},
        },
        blank_keys={page.address: blank_keys[page.address] for page in planned.pages if page.texts},
        assets=(*assets.artifacts, *served),
        directories=directories,
        frames=frames,
        subject=_subject(bulletin, content.history),
    )


def _in_words_of(theme: Theme, site: Site, root: Path) -> Checked[Site]:
    """``site`` with what its theme says otherwise than the program, in each of its languages."""
    found = {one.language: load_wording(theme, one.language, root) for one in (site, *site.others)}
    main, *others = (replace(one, wording=found[one.language].value or {}) for one in (site, *site.others))
    problems = tuple(problem for checked in found.values() for problem in checked.problems)
    return Checked(replace(main, others=tuple(others)), problems)


def _subject(bulletin: Bulletin, history: History) -> Subject:
    """What the receipt of the site says of it."""
    directory = bulletin.directory
    redirects = {output_path(old): output_path(new) for old, new, _source in moved(bulletin)}
    return Subject(directory.site.base_url, directory.as_of, history, redirects, bulletin.drafts)


def _copies(files: Iterable[CopiedFile], sources: Iterable[SourceFile], store: Store) -> dict[str, bytes]:
    """Keys of the files whose sources cannot have changed while these are the same, by address."""
    settled = {source.path: source for source in sources if store.settled(source.modified)}
    return {
        file.address: f"{source.path} {source.size} {source.modified} {source.inode}".encode()
        for file in files
        if (source := settled.get(file.source))
    }


def _with_base_url(settings: Settings, base_url: str | None) -> Settings:
    if settings.site is None or base_url is None:
        return settings
    return replace(settings, site=replace(settings.site, base_url=base_url))
