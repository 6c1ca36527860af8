"""VALIDATE: the bytes of an agency's file → :class:`~generator.model.Agency`."""

from collections.abc import Iterator
from pathlib import Path

from generator.content.discover import Role, SourceFile, Sources, read
from generator.content.files import LARGEST_TEXT
from generator.content.naming import Names, agency_key, agency_names
from generator.content.nodes import locate
from generator.content.problems import files
from generator.content.schema.agency import AgencyFields, ContactFields, SuccessionFields
from generator.content.tree import Node
from generator.content.yamlfile import read_yaml
from generator.errors import Checked, Location, has_errors
from generator.model import Agency, Contact, DatedName, Reference, Succession, Target
from generator.text.slugs import is_slug, slugify


def read_agency(source: SourceFile, data: bytes) -> Checked[Agency]:
    """The agency that the file ``source``, whose bytes are ``data``, holds. Its id is the name of the file."""
    written = read_yaml(data, source.path, AgencyFields)
    problems = list(written.problems)
    if not is_slug(source.stem):
        slug = slugify(source.stem) or "ten-co-quan"
        problems.append(files.ID_IS_NOT_SLUG.at(Location(source.path), name=source.stem, slug=slug))
    if written.value is None or has_errors(problems):
        return Checked(None, tuple(problems))
    return Checked(_resolve(source, written.value.fields, written.value.tree), tuple(problems))


def known_agencies(root: Path, sources: Sources) -> Names:
    """The agencies of the bulletin in ``root``, and their names, for which their files are read if one is asked for.

    A file that cannot be read has an id and no name.
    """
    files = sources.of(Role.AGENCY)

    def pairs() -> Iterator[tuple[str, str]]:
        datas = ((source, read(root, source.path, LARGEST_TEXT).value) for source in files)
        agencies = (read_agency(source, data).value for source, data in datas if data is not None)
        return agency_names(one for one in agencies if one)

    return Names(frozenset(source.stem for source in files), pairs, agency_key)


def contact(fields: ContactFields) -> Contact:
    """The contact that ``fields`` describe."""
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
    )


def _successions(fields: tuple[SuccessionFields, ...]) -> tuple[Succession, ...]:
    return tuple(Succession(succession.agency, succession.on) for succession in fields)


def _references(fields: AgencyFields, tree: Node) -> Iterator[Reference]:
    if fields.parent:
        yield Reference(Target.AGENCY, fields.parent, locate(tree, ("parent",)))
    for key, successions in (("predecessors", fields.predecessors), ("successors", fields.successors)):
        for index, succession in enumerate(successions):
            yield Reference(Target.AGENCY, succession.agency, locate(tree, (key, index, "agency")))
