"""Property: whatever editors do, an address that was public is a page or leads to one, and no id is used twice."""

from collections.abc import Mapping
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from bantin.content.ledger import ledger_text, parse_ledger
from bantin.domain.model import (
    Agency,
    Agreement,
    Article,
    Feature,
    Gone,
    GoneKind,
    Label,
    Ledger,
    Party,
    RecordFile,
    Site,
    StaticPage,
)
from bantin.domain.problems import Severity
from bantin.index import index
from bantin.site import Plan
from bantin.site.addresses import output_path
from bantin.site.plan import plan
from bantin.site.redirects import RedirectPage
from tests.conftest import examples
from tests.index.contents import NOW, SITE, Item, agency, article, content, on, page, record, when

NAMES = ("mot", "hai", "ba")
BILINGUAL = replace(SITE, others=(replace(SITE, language="en", title="Bulletin"),))
SITES = (
    SITE,
    BILINGUAL,
    replace(SITE, off=frozenset({Feature.ARCHIVE, Feature.FEEDS})),
    replace(BILINGUAL, page_size=9),
)


class Written(Struct, frozen=True):
    """What editors have written: each thing under a number of its own, which it keeps whatever its file is called."""

    site: Site
    things: Mapping[int, Item | Gone]
    before: Mapping[int, Item] = {}
    """What was written of the things that are gone."""

    def with_thing(self, number: int, item: Item | Gone | None) -> "Written":
        others = {one: thing for one, thing in self.things.items() if one != number}
        return replace(self, things=others if item is None else {**others, number: item})


class Public(Struct, frozen=True):
    """What has been published: the ledger, every address that ever was public, and whose each id has been."""

    ledger: Ledger | None = None
    addresses: frozenset[str] = frozenset()
    ids: Mapping[tuple[str, str], int] = {}


def named(item: Item, name: str) -> Item:
    """The item in a file of another name."""
    match item:
        case Article():
            path = item.path.rpartition("/")[0]
            facts = item.agreement and replace(item.agreement, id=name)
            return replace(item, path=f"{path}/{name}.md", slug=name, agreement=facts)
        case RecordFile():
            return replace(item, path=f"content/agreements/{name}.md", agreement=replace(item.agreement, id=name))
        case StaticPage():
            return replace(item, path=f"content/pages/{name}.md", slug=name)
        case _:
            return replace(item, path=f"content/agencies/co-{name}.yml", id=f"co-{name}")


def new(kind: int, name: str, number: int) -> Item:
    """A new thing, whose facts no other one has."""
    title = f"Tên {number}"
    facts = replace(record(name).agreement, title=title, parties=(Party("a"), Party("b")))
    made: tuple[Item, ...] = (
        article(name, title=title, published=when("2020-05-06")),
        record(name, agreement=facts),
        page(name, title=title),
        replace(agency(f"co-{name}"), name=Label(title)),
        article(name, title=title, agreement=replace(facts, title="")),
    )
    return made[kind]


def edited(item: Item, number: int) -> Item:
    """The item with other facts."""
    match item:
        case RecordFile():
            return replace(item, agreement=replace(item.agreement, title=f"Đã sửa {number}"))
        case Agency():
            return replace(item, name=Label(f"Đã sửa {number}"))
        case _:
            return replace(item, title=f"Đã sửa {number}")


def moved(item: Item) -> Item:
    """The item under the same name at another address."""
    match item:
        case Article():
            return replace(item, year=2021, path=item.path.replace("/2020/", "/2021/"))
        case RecordFile():
            return replace(item, agreement=replace(item.agreement, signed_on=on("2016-01-01")))
        case _:
            return item


STEPS = ("new", "new", "rename", "edit", "move", "expire", "hide", "delete", "site", "id", "strip", "gone", "gone")


def gone(item: Item) -> Gone:
    """The file of the item when it only says that it is gone."""
    made = Gone(item.path, GoneKind.PAGE, getattr(item, "slug", ""), "Tên", on("2026-01-01"), "Nhầm.")
    match item:
        case Article():
            record_id = item.agreement.id if item.agreement else ""
            return replace(made, kind=GoneKind.ARTICLE, year=item.year, id=record_id)
        case RecordFile():
            facts = item.agreement
            year = facts.signed_on.year if facts.signed_on else None
            return replace(made, kind=GoneKind.RECORD, slug=facts.id, id=facts.id, year=year)
        case Agency():
            return replace(made, kind=GoneKind.AGENCY, slug=item.id, name=item.name)
        case _:
            return made


def step(data: st.DataObject, written: Written, number: int) -> Written:
    """What editors have written after something else has happened to it."""
    what = data.draw(st.sampled_from(STEPS))
    name = data.draw(st.sampled_from(NAMES))
    if what == "site":
        return replace(written, site=data.draw(st.sampled_from(SITES)))
    if what == "new" or not written.things:
        return written.with_thing(number, new(data.draw(st.integers(0, 4)), name, number))
    which = data.draw(st.sampled_from(sorted(written.things)))
    item = written.things[which]
    if isinstance(item, Gone):
        return written.with_thing(which, written.before[which] if what == "gone" else None)
    if what == "gone":
        return replace(written.with_thing(which, gone(item)), before={**written.before, which: item})
    return written.with_thing(which, changed(item, what, name, number))


def changed(item: Item, what: str, name: str, number: int) -> Item | None:
    """The item after ``what`` has happened to it; ``None`` if it is deleted."""
    match item, what:
        case _, "rename":
            return named(item, name)
        case _, "edit":
            return edited(item, number)
        case _, "move":
            return moved(item)
        case _, "hide":
            return replace(item, draft=True)
        case Article(), "expire":
            return replace(item, expires=when("2025-01-01"))
        case Article(agreement=Agreement() as facts), "id":
            return replace(item, agreement=replace(facts, id=name))
        case Article(), "strip":
            return replace(item, agreement=None)
        case _:
            return None


def ids_of(item: Item | Gone) -> tuple[tuple[str, str], ...]:
    """The permanent ids of the item: each with its kind, since an agency and a record may be called alike."""
    if isinstance(item, Gone):
        return (("record", item.id),) if item.id else ()
    if isinstance(item, Agency):
        return (("agency", item.id),)
    return (("record", item.agreement.id),) if isinstance(item, Article | RecordFile) and item.agreement else ()


def published(written: Written, public: Public, day: int) -> Plan | None:
    """The plan of the site; ``None`` if the build stops."""
    items = (agency("a"), agency("b"), *(one for one in written.things.values() if not isinstance(one, Gone)))
    gone = tuple(one for one in written.things.values() if isinstance(one, Gone))
    names = [name for item in (*items, *gone) for name in (item.path, *ids_of(item))]
    if len(set(names)) < len(names):
        return None
    found = replace(content(*items, site=written.site), ledger=public.ledger, gone=gone)
    bulletin = index(found, NOW + timedelta(days=day))
    made = plan(bulletin, frozenset())
    if made.value is None or made.value.lost or any(one.severity is Severity.ERROR for one in made.problems):
        return None
    return made.value


@settings(deadline=None, max_examples=examples(100))
@given(st.data())
def test_whatever_editors_do_nothing_public_is_lost(data: st.DataObject) -> None:
    written, public = Written(SITE, {}), Public()
    for number in range(data.draw(st.integers(1, 8))):
        wanted = step(data, written, number)
        made = published(wanted, public, data.draw(st.integers(0, 1)) + number)
        if made is None:
            # Nothing is published, and editors take back what they did.
            continue
        written = wanted
        pages = {one.address: one for one in made.pages}
        # Of a file for programs there is nothing if the site has no such files any more.
        assert {one for one in public.addresses if output_path(one).endswith(".html")} <= pages.keys()
        for address, one in pages.items():
            if isinstance(one.content, RedirectPage):
                assert output_path(address).endswith((".html", ".htm")), address
                target = pages[one.prefix + one.content.target]
                assert not isinstance(target.content, RedirectPage), address
        ids = dict(public.ids)
        for which, item in written.things.items():
            is_shown = isinstance(item, Gone) or not item.draft
            for key in ids_of(item) if is_shown else ():
                assert ids.setdefault(key, which) == which, key
        shown = {one.address for one in made.ledger if one.last_seen is None}
        public = Public(parse_ledger(ledger_text(made.ledger)).value, public.addresses | shown, ids)
        again = published(written, public, number + 1)
        assert again is not None
        assert {one.address for one in again.pages} == pages.keys()
