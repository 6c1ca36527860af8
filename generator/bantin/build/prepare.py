"""The first stages: from a folder to a site that is ready to be rendered and published."""

import fnmatch
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, NoReturn, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bantin.build.request import BuildContext, Edition, Request, Stage
from bantin.content.checks.embargoes import check_embargoes
from bantin.content.checks.unnoted_changes import check_noted
from bantin.content.discover import SourceFile, discover, with_edits
from bantin.content.files import SITE
from bantin.content.git_history import check_history, check_known, find_head, restoring
from bantin.content.load import Settings, load, load_settings
from bantin.domain.model import (
    CmsBackend,
    Feature,
    History,
    Ledger,
    PublicAddress,
    RecordHome,
    Site,
    VisitorCounter,
)
from bantin.domain.problems import BulletinError, Checked, Language, Problem, has_errors, in_order
from bantin.domain.text.dates import end_of
from bantin.domain.text.previews import preview_path
from bantin.index import Bulletin, index
from bantin.output.publish import AS_OF, RECEIPT, as_of_bytes
from bantin.output.publish.receipt import Subject
from bantin.output.serving.files import SERVING, serving_files
from bantin.render import Artifact, Directories, Frames, framed, load_assets
from bantin.render.images import image_keys
from bantin.render.renderer import taken_filters
from bantin.render.theme import Layer, Theme
from bantin.render.theme_loading import load_theme
from bantin.render.translations import load_translations, load_wording
from bantin.runtime.cache import Store
from bantin.site import CopiedFile, Page, Plan
from bantin.site.addresses import output_path
from bantin.site.cms import check_bundles
from bantin.site.gone import gone_addresses
from bantin.site.ledger import lost_problem, probable_files
from bantin.site.next_change import next_change
from bantin.site.page import Image, key_with
from bantin.site.plan import check_texts, plan
from bantin.site.plugins import Plugins, find_problems, load_plugins

T = TypeVar("T")

_MOST_RESTORED = 100
"""Of how many lost addresses at most the files are looked for in Git."""


class PreparedSite(Struct, frozen=True):
    """A site that has passed every check except those of rendering.

    ``assets`` are its files besides pages and content files. ``keys`` identify the versions of pages and of content
    files to publish, by output path; ``blank_keys`` those of pages that are cached without their texts or
    for another day, by address.
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
    ledger: tuple[PublicAddress, ...]


class _Checked(NamedTuple):
    """A bulletin without errors in its content, the theme for it, and the history of its files."""

    bulletin: Bulletin
    moment: datetime
    next_change: datetime | None
    theme: Theme
    sources: Sequence[SourceFile]
    files: frozenset[str]
    history: History


class _Themed(NamedTuple):
    """A theme, and the site in the theme's words."""

    theme: Theme
    site: Site


class Diagnostics:
    """The problems that have been found so far, and the language to report them in."""

    def __init__(self, problems: Iterable[Problem] = (), language: Language = "en") -> None:
        self.problems = list(problems)
        self.language = language

    def take(self, checked: Checked[T]) -> T:
        """Adds the problems of a stage, and returns its value. Raises ``BulletinError`` if there is none."""
        self.problems += checked.problems
        return self.stop() if checked.value is None else checked.value

    def stop_on_errors(self, *, strict: bool = False) -> None:
        """Raises ``BulletinError`` if there is an error; when ``strict``, if there is any problem."""
        if has_errors(self.problems) or (strict and self.problems):
            self.stop()

    def stop(self) -> NoReturn:
        """Raises ``BulletinError`` with all problems."""
        raise BulletinError(self.problems, self.language)


def prepare(
    request: Request, tools: BuildContext, store: Store, taken_over: Callable[[Bulletin], Ledger] | None = None
) -> PreparedSite:
    """Reads, checks, indexes and plans the bulletin.

    ``taken_over`` finds the addresses that are public, for a bulletin that has no ledger. Raises ``BulletinError``
    with all problems when one of them is an error.
    """
    diagnostics = Diagnostics()
    plugins = diagnostics.take(load_plugins(tools.plugins))
    diagnostics.problems += taken_filters(plugins.filters)
    checked = _check(request, tools, store, plugins, diagnostics)
    bulletin, site = checked.bulletin, checked.bulletin.directory.site
    if bulletin.ledger is None and taken_over:
        bulletin = replace(bulletin, ledger=taken_over(bulletin))
    assets = diagnostics.take(load_assets(checked.theme, request.root))
    diagnostics.problems += check_bundles(site, assets.addresses)
    others = (*assets.addresses.values(), *SERVING, AS_OF, RECEIPT)
    planned = diagnostics.take(plan(bulletin, checked.files, others, plugins.kinds))
    diagnostics.problems += _lost(planned, request.root)
    diagnostics.stop_on_errors()
    served = serving_files(bulletin, planned.moved)
    directories = {one.directory.site.prefix: one.directory for one in bulletin.in_all_languages}
    frames = {
        prefix: framed(
            directories[prefix],
            replace(view, assets=assets.seen_from(directories[prefix].site.up)),
            checked.theme,
            request.root,
            store,
            compiled=tools.cache_location is not None,
            sandboxed=request.sandboxed,
            filters=plugins.filters,
        )
        for prefix, view in planned.sites.items()
    }
    blank_keys = {page.address: page.blank_key(frames[page.prefix].digest) for page in planned.pages}
    return PreparedSite(
        edition=_edition(checked, planned, others, diagnostics),
        bulletin=bulletin,
        pages=planned.pages,
        files=planned.files,
        images=planned.images,
        theme=checked.theme,
        keys={
            **_copies(planned.files, checked.sources, store),
            **image_keys(planned.images),
            **{output_path(page.address): key_with(blank_keys[page.address], page.texts) for page in planned.pages},
        },
        blank_keys={page.address: blank_keys[page.address] for page in planned.pages if page.texts or page.dated},
        assets=(*assets.artifacts, *served, Artifact(AS_OF, as_of_bytes(bulletin.directory.as_of))),
        directories=directories,
        frames=frames,
        subject=_subject(bulletin, planned, checked.history, request.preview),
        ledger=planned.ledger,
    )


def _lost(planned: Plan, root: Path) -> Iterator[Problem]:
    """The problems of addresses that lead nowhere; where Git has the file of one, with the command that restores it."""
    patterns = {one: probable_files(one) for one in planned.lost[:_MOST_RESTORED]}
    commands = restoring(root, [pattern for some in patterns.values() for pattern in some]) if patterns else {}
    for one in planned.lost:
        found = (commands[path] for pattern in patterns.get(one, ()) for path in fnmatch.filter(commands, pattern))
        yield lost_problem(one, next(found, ""))


def _check(request: Request, tools: BuildContext, store: Store, plugins: Plugins, diagnostics: Diagnostics) -> _Checked:
    """Reads, checks and indexes the content, and loads its theme. Raises ``BulletinError`` if there are errors."""
    root = request.root
    tools.progress(Stage.READ, 0, 0)
    sources = with_edits(diagnostics.take(discover(root)), request.edits)
    settings = _as_requested(diagnostics.take(load_settings(root, sources)), request)
    diagnostics.language = settings.language
    zone = settings.site.timezone if settings.site else UTC
    now, today = request.moment(zone), request.day(zone)
    head = find_head(root) if request.history else None
    if request.history and head is None:
        diagnostics.problems += check_history(root)
    decoded = tools.recollection
    content = diagnostics.take(
        load(root, sources, settings, today, workers=tools.workers, store=store, decoded=decoded, head=head)
    )
    if request.history:
        diagnostics.problems += check_known(content.history, content.site)
    diagnostics.problems += check_embargoes((*content.articles, *content.records), content.agencies, now, zone)
    # The theme's words are part of the site that is indexed; its problems are reported after those of the content.
    layers = [Layer(kind.plugin, kind.theme, bundled=True) for kind in plugins.kinds if kind.theme]
    themed = _load_themed(content.site, layers, root)
    site = themed.value.site if themed.value else content.site
    bulletin = index(replace(content, site=site), now, drafts=request.drafts)
    homes: tuple[RecordHome, ...] = (*bulletin.articles, *bulletin.record_files)
    diagnostics.problems += check_noted(homes, content.versions, site.notes_since)
    if has_errors(diagnostics.problems):
        diagnostics.problems += check_texts(bulletin, content)
        diagnostics.stop_on_errors()
    diagnostics.problems += find_problems(plugins.checks, bulletin)
    tools.progress(Stage.PLAN, 0, 0)
    theme = diagnostics.take(themed).theme
    diagnostics.stop_on_errors()
    turn = next_change(content, bulletin, now)
    if tools.plugins:
        # A plugin may use the day in any way.
        midnight = end_of(bulletin.directory.as_of, zone)
        turn = min(turn or midnight, midnight)
    return _Checked(bulletin, now, turn, theme, sources.files, content.files, content.history)


def _edition(checked: _Checked, planned: Plan, others: Iterable[str], diagnostics: Diagnostics) -> Edition:
    """The edition with the files that are ``planned`` and with ``others``, the paths of files that are not pages."""
    bulletin, directory = checked.bulletin, checked.bulletin.directory
    paths = (
        *(output_path(page.address) for page in planned.pages),
        *(one.address for one in (*planned.files, *planned.images)),
        *others,
    )
    return Edition(
        language=diagnostics.language,
        articles=len(bulletin.articles),
        problems=in_order(diagnostics.problems),
        zone=directory.site.timezone.key,
        day=directory.as_of,
        moment=checked.moment,
        next_change=checked.next_change,
        paths=tuple(sorted(paths)),
        own_fields=directory.site.own_fields,
    )


def _load_themed(site: Site, layers: Sequence[Layer], root: Path) -> Checked[_Themed]:
    """Loads the theme of ``site`` with its catalogues; the ``layers`` of plugins come last."""
    theme = load_theme(root, site.theme, SITE, layers)
    if theme.value is None:
        return Checked(None, theme.problems)
    found = list(theme.problems)
    for one in (site, *site.others):
        translations = load_translations(theme.value, one.language, root)
        found += translations.problems
        if translations.value is None:
            return Checked(None, tuple(found))
    worded = _in_words_of(theme.value, site, root)
    return Checked(_Themed(theme.value, worded.value or site), (*found, *worded.problems))


def _in_words_of(theme: Theme, site: Site, root: Path) -> Checked[Site]:
    """``site`` with the wording of its theme, in each of its languages, where that differs from the program's."""
    found = {one.language: load_wording(theme, one.language, root) for one in (site, *site.others)}
    main, *others = (replace(one, wording=found[one.language].value or {}) for one in (site, *site.others))
    problems = tuple(problem for checked in found.values() for problem in checked.problems)
    return Checked(replace(main, others=tuple(others)), problems)


def _subject(bulletin: Bulletin, planned: Plan, history: History, preview: str) -> Subject:
    """The statements of the receipt about the site, besides its files; ``preview`` is the id of one."""
    directory = bulletin.directory
    redirects = {output_path(old): output_path(new) for old, new in planned.moved}
    gone = tuple(map(output_path, gone_addresses(bulletin)))
    return Subject(directory.site.base_url, directory.as_of, history, redirects, bulletin.drafts, gone, preview)


def _copies(files: Iterable[CopiedFile], sources: Iterable[SourceFile], store: Store) -> dict[str, bytes]:
    """Keys of the files whose sources cannot have changed without a change of the key, by address."""
    settled = {source.path: source for source in sources if store.settled(source.modified)}
    return {
        file.address: f"{source.path} {source.size} {source.modified} {source.inode}".encode()
        for file in files
        if (source := settled.get(file.source))
    }


def _as_requested(settings: Settings, request: Request) -> Settings:
    """``settings`` with those that ``request`` replaces, and as a preview if it asks for one."""
    site = settings.site
    if site is None:
        return settings
    editors = request.editors or site.editors
    if editors and editors.backend is CmsBackend.HERE:
        # The form is served by a program of its own, and is no part of the site.
        editors = None
    others = tuple(replace(one, editors=editors) for one in site.others)
    there = replace(site, base_url=request.base_url or site.base_url, editors=editors, others=others)
    if request.for_editors:
        there = _for_editors(there)
    return replace(settings, site=_as_preview(there, request.preview, site.base_url) if request.preview else there)


def _for_editors(site: Site) -> Site:
    """``site`` without what belongs to the public one: visits, comments, hubs, and what stays on devices."""
    return replace(
        site,
        counter=VisitorCounter(),
        comments=None,
        hubs=(),
        off=tuple(dict.fromkeys((*site.off, Feature.OFFLINE))),
        others=tuple(map(_for_editors, site.others)),
    )


def _as_preview(site: Site, preview: str, public: str) -> Site:
    """``site`` as the preview with this id of the site at the address ``public``, without a desk."""
    return replace(
        _for_editors(site),
        base_url=f"{site.base_url}{preview_path(preview)}",
        editors=None,
        preview_of=public,
        others=tuple(replace(_as_preview(one, preview, public), base_url=one.base_url) for one in site.others),
    )
