"""VALIDATE: the bytes of an agency's file → :class:`~bantin.domain.model.Agency`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bantin.content.checks.list_values import check_agency_lists
from bantin.content.discover import Role, SourceFile, Sources, read
from bantin.content.files import LARGEST_TEXT
from bantin.content.gone import gone_agency
from bantin.content.markdown_file import MarkdownFile, ReadResult
from bantin.content.name_lookup import Names, agency_key, agency_names
from bantin.content.problems import files
from bantin.content.schema.agency import AgencyFields, ContactFields, SuccessionFields
from bantin.content.yaml.file import read_yaml
from bantin.content.yaml.parser import locate
from bantin.content.yaml.tree import Node
from bantin.domain.model import Agency, Contact, DatedName, Reference, ReferenceTarget, Succession
from bantin.domain.problems import Checked, Language, Location, has_errors
from bantin.domain.text.slugs import is_slug, slugify


def read_agency(source: SourceFile, data: bytes) -> Checked[Agency]:
    """Reads an agency from the bytes ``data`` of the file ``source``, whose name is its id; ``None`` if it is gone."""
    read = _read(source, data, "vi")
    return Checked(read.value, read.problems)


def read_agencies(files: Sequence[MarkdownFile], language: Language) -> list[ReadResult[Agency]]:
    """Reads an agency from each of ``files``; ``language`` is that of the names of those that are gone."""
    return [_read(file.source, file.data, language) for file in files]


def _read(source: SourceFile, data: bytes, language: Language) -> ReadResult[Agency]:
    written = read_yaml(data, source.path, AgencyFields)
    problems = list(written.problems)
    if not is_slug(source.stem):
        slug = slugify(source.stem) or "ten-co-quan"
        problems.append(files.ID_IS_NOT_SLUG.at(Location(source.path), name=source.stem, slug=slug))
    if written.value is None or has_errors(problems):
        return ReadResult(None, None, tuple(problems))
    fields, tree = written.value.fields, written.value.tree
    gone = gone_agency(source, fields, tree, language)
    if gone:
        return ReadResult(None, None, tuple(problems), gone)
    problems += check_agency_lists(tree, source.path)
    return ReadResult(_resolve(source, fields, tree), None, tuple(problems))


def known_agencies(root: Path, sources: Sources) -> Names:
    """The ids and names of the agencies of the bulletin in ``root``; files are read only when a name is looked up.

    An agency whose file cannot be read has an id, but no name.
    """
    ids = frozenset(source.stem for source in sources.of(Role.AGENCY))
    return Names(ids, lambda: agency_names(readable_agencies(root, sources)), agency_key)


def readable_agencies(root: Path, sources: Sources) -> Iterator[Agency]:
    """Reads the agencies of the bulletin in ``root``; those whose files cannot be read are skipped."""
    return (agency for agency, _ in agency_files(root, sources))


def agency_files(root: Path, sources: Sources) -> Iterator[tuple[Agency, bytes]]:
    """Reads the agencies of the bulletin in ``root``, with the contents of their files; skips unreadable ones."""
    contents = ((source, read(root, source.path, LARGEST_TEXT).value) for source in sources.of(Role.AGENCY))
    read_files = ((read_agency(source, data).value, data) for source, data in contents if data is not None)
    return ((agency, data) for agency, data in read_files if agency)


def contact(fields: ContactFields) -> Contact:
    """Builds a contact from its ``fields``."""
    return Contact(fields.address, fields.phone, fields.email)


def _resolve(source: SourceFile, fields: AgencyFields, tree: Node) -> Agency:
    return Agency(
        id=source.stem,
        path=source.path,
        name=fields.name,
        former_names=tuple(DatedName(former.name, former.since, former.until) for former in fields.former_names),
        abbreviations=fields.abbreviations,
        aliases=fields.aliases,
        parent=fields.parent,
        level=fields.level,
        website=fields.website,
        contact=contact(fields.contact),
        predecessors=_successions(fields.predecessors),
        successors=_successions(fields.successors),
        references=tuple(_references(fields, tree)),
        draft=fields.draft,
        embargo=fields.embargo,
    )


def _successions(fields: tuple[SuccessionFields, ...]) -> tuple[Succession, ...]:
    return tuple(Succession(succession.agency, succession.on) for succession in fields)


def _references(fields: AgencyFields, tree: Node) -> Iterator[Reference]:
    if fields.parent:
        yield Reference(ReferenceTarget.AGENCY, fields.parent, locate(tree, ("parent",)))
    for key in ("name", "website"):
        if getattr(fields, key):
            yield Reference(ReferenceTarget.KEY, key, locate(tree, (key,)))
    for key, successions in (("predecessors", fields.predecessors), ("successors", fields.successors)):
        for index, succession in enumerate(successions):
            yield Reference(ReferenceTarget.AGENCY, succession.agency, locate(tree, (key, index, "agency")))
