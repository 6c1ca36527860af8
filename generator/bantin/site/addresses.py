"""The addresses of everything on the site.

An address is relative to the root of the site, without a leading slash: ``co-quan/bo-cong-an/`` is written as
``co-quan/bo-cong-an/index.html``; ``""`` is the home page. Every address is lower-case ASCII and stays the same however
much is added to the bulletin.

A bulletin in several languages has a site for each, and an address is relative to that of its language:
``agencies/bo-cong-an/`` of the English site is below ``en/``. Addresses of shared files there begin with ``../``.
"""

import posixpath
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import Article, Gone, GoneKind, RecordFile, RecordHome, Site, StaticPage
from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify
from bantin.index import Bulletin, Period


class AddressWords(Struct, frozen=True):
    """The words that addresses are made of, in one language."""

    articles: str
    agencies: str
    levels: str
    archive: str
    day: str
    undated: str
    types: str
    fields: str
    corrections: str
    sections: str
    tags: str
    page: str
    documents: str
    media: str
    register: str
    text: str
    as_signed: str
    versions: str
    year: str
    unknown: str
    status: str
    in_force: str
    due: str
    unpublished: str
    changes: str
    lists: str
    list_file: str
    year_list_file: str
    paired_with: str
    people: str
    statistics: str
    search: str
    data: str
    calendar: str
    site_map: str
    glossary: str
    offline: str
    components: str
    editors: str


WORDS: dict[Language, AddressWords] = {
    "vi": AddressWords(
        articles="bai-viet",
        agencies="co-quan",
        levels="theo-cap",
        archive="luu-tru",
        day="ngay",
        undated="khong-ro-ngay",
        types="loai",
        fields="linh-vuc",
        corrections="dinh-chinh",
        sections="chuyen-muc",
        tags="chu-de",
        page="trang",
        documents="tai-lieu",
        media="media",
        register="van-ban",
        text="toan-van",
        as_signed="ban-ky",
        versions="phien-ban",
        year="nam",
        unknown="chua-ro",
        status="tinh-trang",
        in_force="con-hieu-luc",
        due="sap-den-han",
        unpublished="chua-cong-bo-toan-van",
        changes="moi-thay-doi",
        lists="danh-muc",
        list_file="danh-muc-van-ban",
        year_list_file="danh-muc-het-hieu-luc",
        paired_with="voi",
        people="nguoi-ky",
        statistics="thong-ke",
        search="tim-kiem",
        data="du-lieu",
        calendar="lich",
        site_map="so-do-trang",
        glossary="giai-thich",
        offline="ngoai-tuyen",
        components="mau-giao-dien",
        editors="quan-tri",
    ),
    "en": AddressWords(
        articles="articles",
        agencies="agencies",
        levels="by-level",
        archive="archive",
        day="day",
        undated="undated",
        types="types",
        fields="fields",
        corrections="corrections",
        sections="sections",
        tags="tags",
        page="page",
        documents="documents",
        media="media",
        register="register",
        text="text",
        as_signed="as-signed",
        versions="versions",
        year="year",
        unknown="unknown",
        status="status",
        in_force="in-force",
        due="due",
        unpublished="not-in-full",
        changes="changes",
        lists="lists",
        list_file="list-of-agreements",
        year_list_file="no-longer-in-force",
        paired_with="with",
        people="signatories",
        statistics="statistics",
        search="search",
        data="data",
        calendar="calendar",
        site_map="site-map",
        glossary="glossary",
        offline="offline",
        components="components",
        editors="editors",
    ),
}
HOME = ""
ATOM, RSS, JSON_FEED = "atom.xml", "rss.xml", "feed.json"
OPEN_SEARCH, MANIFEST, WORKER = "opensearch.xml", "manifest.webmanifest", "sw.js"
SITEMAP, ROBOTS, NOT_FOUND = "sitemap.xml", "robots.txt", "404.html"


def article(words: AddressWords, item: Article) -> str:
    """The address of an article: ``bai-viet/2012/<slug>/``."""
    return _filed(words, words.articles, item.year, item.slug)


def record_file(words: AddressWords, item: RecordFile) -> str:
    """The address of a record with a file of its own: ``van-ban/2012/<id>/``."""
    signed = item.agreement.signed_on
    return _filed(words, words.register, signed.year if signed else None, item.agreement.id)


def _filed(words: AddressWords, folder: str, year: int | None, name: str) -> str:
    """The address of something that is filed by ``year``: ``bai-viet/2012/<slug>/``."""
    return f"{folder}/{year or words.undated}/{name}/"


def text_version(words: AddressWords, item: RecordFile, since: str) -> str:
    """The address of a version of a text: ``van-ban/2012/<id>/toan-van/2018-06-01/``; the signed one has no day."""
    return f"{record_file(words, item)}{words.text}/{since or words.as_signed}/"


def home(words: AddressWords, item: RecordHome) -> str:
    """The address of an article, or of a record with a file of its own."""
    return article(words, item) if isinstance(item, Article) else record_file(words, item)


def former_versions(words: AddressWords, item: RecordHome) -> str:
    """The address of the former versions of an article or a record: ``bai-viet/2012/<slug>/phien-ban/``."""
    return f"{home(words, item)}{words.versions}/"


def record(site: Site, item: RecordHome) -> str:
    """The address of a record as data, beside its page: ``bai-viet/2012/<slug>/index.json``.

    All languages share it; it is beside the page in the main one.
    """
    return f"{site.up}{original(site, item)}index.json"


def original(site: Site, item: RecordHome) -> str:
    """The address of an article or a record in the main language, from the root of all."""
    words = WORDS[site.main]
    if isinstance(item, RecordFile):
        return record_file(words, item)
    return article(words, replace(item, slug=item.original_slug or item.slug))


def gone(words: AddressWords, item: Gone) -> str:
    """The address of something that is not there any more, which is the one that it had."""
    match item.kind:
        case GoneKind.ARTICLE:
            return _filed(words, words.articles, item.year, item.slug)
        case GoneKind.RECORD:
            return _filed(words, words.register, item.year, item.slug)
        case GoneKind.PAGE:
            return static_page(item)
        case GoneKind.AGENCY:
            return agency(words, item.slug)


def static_page(item: StaticPage | Gone) -> str:
    """The address of a static page: ``gioi-thieu/``."""
    return f"{item.slug}/"


def agency(words: AddressWords, agency_id: str) -> str:
    """The address of an agency: ``co-quan/<id>/``."""
    return f"{words.agencies}/{agency_id}/"


def person(words: AddressWords, person_id: str) -> str:
    """The address of somebody who signed: ``nguoi-ky/<id>/``."""
    return f"{words.people}/{person_id}/"


def tag(words: AddressWords, tag_id: str) -> str:
    """The address of a topic: ``chu-de/<id>/``."""
    return f"{words.tags}/{tag_id}/"


def pair(words: AddressWords, one: str, other: str) -> str:
    """The address of the agreements between two agencies, in any order: ``co-quan/<id>/voi/<id>/``."""
    first, second = sorted((one, other))
    return f"{words.agencies}/{first}/{words.paired_with}/{second}/"


def partners(words: AddressWords, agency_id: str) -> str:
    """The address of the agencies that an agency has signed with: ``co-quan/<id>/voi/``."""
    return f"{words.agencies}/{agency_id}/{words.paired_with}/"


def register(words: AddressWords, *parts: str) -> str:
    """The address of the register, ``van-ban/``, or of a part of it: ``van-ban/nam/2012/``."""
    return "".join(f"{part}/" for part in (words.register, *parts))


def feed(listing: str) -> str:
    """The address of the Atom feed of the list at ``listing``: ``co-quan/<id>/atom.xml``."""
    return f"{listing}{ATOM}"


def changes_feed(words: AddressWords, listing: str) -> str:
    """The address of the feed of the changes that the page at ``listing`` tells of: ``van-ban/moi-thay-doi/atom.xml``.

    That of an agency is ``co-quan/<id>/moi-thay-doi/atom.xml``: the feed of its news is beside its page.
    """
    return feed(f"{listing}{words.changes}/" if listing.startswith(f"{words.agencies}/") else listing)


def calendar(words: AddressWords, listing: str) -> str:
    """The address of the calendar of the list at ``listing``: ``co-quan/<id>/lich.ics``."""
    return f"{listing}{words.calendar}.ics"


def data(words: AddressWords, name: str = "") -> str:
    """The address of a file of the data, or of the page that explains them, ``du-lieu/``."""
    return f"{words.data}/{name}"


def search(words: AddressWords) -> str:
    """The address of the page that searches the site: ``tim-kiem/``."""
    return f"{words.search}/"


def site_map(words: AddressWords) -> str:
    """The address of the site map for readers: ``so-do-trang/``."""
    return f"{words.site_map}/"


def search_index(name: str = "") -> str:
    """The address of a file of the search's index, or of their folder."""
    return f"pagefind/{name}"


def period(words: AddressWords, item: Period) -> str:
    """The address of a year or month of the archive, ``luu-tru/2012/11/``; that of a day has no page."""
    parts = [f"{item.year:04}", *(f"{part:02}" for part in (item.month, item.day) if part)]
    return f"{words.archive}/{'/'.join(parts)}/"


def day(words: AddressWords, item: Period) -> str:
    """The place of a day in the list of its month: ``luu-tru/2012/11/#ngay-20``."""
    return f"{period(words, Period(item.year, item.month))}#{day_anchor(words, item.day)}"


def day_anchor(words: AddressWords, number: int) -> str:
    """The anchor of a day in the list of its month, or of the items whose day is unknown, with ``number`` 0."""
    return f"{words.day}-{number}" if number else words.undated


def listing_page(words: AddressWords, listing: str, number: int) -> str:
    """The address of page ``number`` of a list: ``<listing>trang/2/``; the first page is the list itself."""
    return listing if number == 1 else f"{listing}{words.page}/{number}/"


def attachment(site: Site, path: str) -> str:
    """The address of a photo or document: its path with every part made fit for an address.

    It is published once for all languages, at the address that it has in the main one.
    """
    words = WORDS[site.main]
    _, top, *folders, name = path.split("/")
    stem, suffix = posixpath.splitext(name)
    roots = {
        "articles": words.articles,
        "agreements": words.documents,
        "documents": words.documents,
        "pages": words.media,
    }
    parts = [roots.get(top, top), *(words.undated if part == "undated" else slugify(part) for part in folders)]
    return site.up + "/".join([*filter(None, parts), (slugify(stem) or "tep") + suffix.lower()])


def output_path(address: str) -> str:
    """The file, relative to the output folder, that an address is served from."""
    return f"{address}index.html" if address == HOME or address.endswith("/") else address


def root_of(address: str) -> str:
    """The relative path from a page to the root of the site: ``../../`` from ``co-quan/bo-cong-an/``."""
    return "../" * address.count("/") or "./"


def by_source(bulletin: Bulletin, words: AddressWords) -> Mapping[str, str]:
    """The addresses of everything that has a source file, by its path, and by that of the original of a translation."""
    found = {
        **{item.path: article(words, item) for item in bulletin.articles},
        **{item.path: record_file(words, item) for item in bulletin.record_files},
        **{item.path: static_page(item) for item in bulletin.pages},
        **{item.path: agency(words, item.id) for item in bulletin.directory.agencies},
        **{item.path: gone(words, item) for item in bulletin.gone},
    }
    found.update({original: found[path] for path, original in bulletin.originals.items() if path in found})
    return found
