"""VALIDATE: what files whose pages are not there any more still say → :class:`~bantin.domain.model.Gone`."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from bantin.content.discover import SourceFile
from bantin.content.markdown_file import Draft, MarkdownFile
from bantin.content.paths import resolve
from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.article import ArticleFields, PageFields
from bantin.content.schema.gone import GONE, GoneFields
from bantin.content.schema.record import RecordFields
from bantin.content.yaml.parser import locate
from bantin.content.yaml.tree import Node
from bantin.domain.model import AddressKind, Gone, GoneKind, Ledger, Reference, ReferenceTarget
from bantin.domain.problems import Language
from bantin.domain.text.urls import scheme_of

_FILES = (".md", ".yml")


def gone_article(file: MarkdownFile, draft: Draft[ArticleFields]) -> Gone | None:
    """What an article that is gone still says; ``None`` if it is there."""
    fields, agreement = draft.fields, draft.fields.agreement
    if fields.gone is None:
        return None
    own_id = (agreement.id or draft.slug) if agreement else ""
    gone = _gone(
        GoneKind.ARTICLE, fields.gone, fields.slug or draft.slug, source=file.source, tree=draft.tree, own_id=own_id
    )
    return replace(
        gone,
        title=fields.title,
        year=file.source.year,
        type=agreement.type if agreement else "",
        number=agreement.number if agreement else "",
        published=fields.published.day if fields.published else None,
        aliases=fields.aliases,
        lang=fields.lang,
        embargo=fields.embargo,
    )


def gone_record(file: MarkdownFile, draft: Draft[RecordFields]) -> Gone | None:
    """What a record that is gone still says; ``None`` if it is there."""
    fields = draft.fields
    if fields.gone is None:
        return None
    own_id = fields.id or file.source.stem
    gone = _gone(GoneKind.RECORD, fields.gone, own_id, source=file.source, tree=draft.tree, own_id=own_id)
    return replace(
        gone,
        title=fields.title,
        year=fields.signed_on.year if fields.signed_on else None,
        type=fields.type,
        number=fields.number,
        aliases=fields.aliases,
        lang=fields.lang,
        embargo=fields.embargo,
    )


def gone_page(file: MarkdownFile, draft: Draft[PageFields]) -> Gone | None:
    """What a static page that is gone still says; ``None`` if it is there."""
    fields = draft.fields
    if fields.gone is None:
        return None
    gone = _gone(GoneKind.PAGE, fields.gone, fields.slug or draft.slug, source=file.source, tree=draft.tree)
    return replace(gone, title=fields.title, aliases=fields.aliases, embargo=fields.embargo)


def gone_agency(source: SourceFile, fields: AgencyFields, tree: Node, language: Language) -> Gone | None:
    """What the file of an agency that is gone still says, with its name in ``language``; ``None`` if it is there."""
    if fields.gone is None:
        return None
    gone = _gone(GoneKind.AGENCY, fields.gone, source.stem, source=source, tree=tree)
    return replace(gone, title=fields.name.text(language), name=fields.name, embargo=fields.embargo)


def with_known_ids(gone: Iterable[Gone], ledger: Ledger, taken: Collection[str]) -> tuple[Gone, ...]:
    """``gone`` with the ids that the records in articles had by the ``ledger``: a file may say no more than a title.

    Records that are in another file now have the ids in ``taken``.
    """
    # The first of a year and a slug is that of the article: its folder is before that of records.
    known = dict(reversed([*_ids_by_article(ledger)]))
    return tuple(_with_known_id(one, known, taken) if one.kind is GoneKind.ARTICLE else one for one in gone)


def _with_known_id(gone: Gone, known_ids: Mapping[tuple[str, str], str], taken: Collection[str]) -> Gone:
    known = "" if gone.id else known_ids.get((str(gone.year or ""), gone.slug), "")
    if not known or known in taken:
        return gone
    own = Reference(ReferenceTarget.OWN_RECORD, known, gone.references[0].place)
    return replace(gone, id=known, references=(own, *gone.references))


def _ids_by_article(ledger: Ledger) -> Iterator[tuple[tuple[str, str], str]]:
    """The year and the slug of each article that held a record, ``bai-viet/2012/<slug>/``, with the id of the record.

    The year is empty if the day of the article is unknown.
    """
    for address, one in ledger.items():
        match address.split("/"):
            case [_, year, slug, ""] if one.kind is AddressKind.RECORD:
                yield (year if year.isdigit() else "", slug), one.now or one.id


def _gone(kind: GoneKind, fields: GoneFields, slug: str, *, source: SourceFile, tree: Node, own_id: str = "") -> Gone:
    """What the key ``gone`` says, whatever is gone. The title is still missing."""
    return Gone(
        path=source.path,
        kind=kind,
        slug=slug,
        title="",
        on=fields.on,
        reason=fields.reason,
        replaced_by=_replacement(fields, source),
        id=own_id,
        references=tuple(_references(fields, source, tree, own_id)),
    )


def _replacement(fields: GoneFields, source: SourceFile) -> str:
    """The path of a file, an address on the web, or an id or a name that RESOLVE looks up."""
    written = fields.replaced_by or ""
    path = resolve(written, source.folder) if written.endswith(_FILES) and not scheme_of(written) else None
    return path or written


def _references(fields: GoneFields, source: SourceFile, tree: Node, own_id: str = "") -> Iterator[Reference]:
    if own_id:
        yield Reference(ReferenceTarget.OWN_RECORD, own_id, locate(tree, (GONE,)))
    yield Reference(ReferenceTarget.SIGNING_DAY, str(fields.on), locate(tree, (GONE, "on")))
    replacement = _replacement(fields, source)
    if replacement and not scheme_of(replacement):
        yield Reference(ReferenceTarget.REPLACEMENT, replacement, locate(tree, (GONE, "replaced_by")))
