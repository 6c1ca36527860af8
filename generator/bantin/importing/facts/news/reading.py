"""News: headline, dates, lead, text, captions and bylines of a page, each with the words that it rests on."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bantin.importing.facts.model import Evidence, Found, LeftOut, NewsFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.news.bylines import Byline, find_source_code, is_office
from bantin.importing.facts.news.headlines import is_headline, is_prose
from bantin.importing.facts.news.leads import first_sentence, is_about, is_cut, is_set_apart
from bantin.importing.facts.news.page_layout import Role, read_layout
from bantin.importing.facts.news.page_lines import Line, same_words
from bantin.importing.facts.news.stated import contradicts, stated_moment, stated_values, stated_words
from bantin.importing.facts.news.widgets import WidgetKind, breadcrumbs, widget_kind
from bantin.importing.material import Block, Material, Paragraph, Picture, Place, StatedKey, Table

Lines = Sequence[tuple[Line, Role]]


def read_news(material: Material, known: KnownNames) -> NewsFacts:
    """Reads a page of news. Agreements are not looked for.

    Words of the page that are in none of the facts are in ``left_out``, each with a reason, so nothing is lost. A
    picture whose place only its caption shows has no path.
    """
    title = stated_words(material, StatedKey.TITLE)
    lines = read_layout(material.blocks, title.value if title else "", known.site.timezone)
    facts = _with_text(_facts_around(material, lines, title, known), material, lines)
    return replace(facts, left_out=tuple(_left_out(facts, lines)))


def _facts_around(material: Material, lines: Lines, title: Found[str] | None, known: KnownNames) -> NewsFacts:
    """The facts that stand around the text."""
    bylines = [*_bylines(lines)]
    authors = tuple(_found(author, line) for line, byline in bylines for author in byline.authors)
    source = next((_found(byline.source, line) for line, byline in bylines if byline.source), None)
    return NewsFacts(
        title=_title(lines, title),
        published=_date(material, lines, StatedKey.PUBLISHED, known),
        updated=_date(material, lines, StatedKey.UPDATED, known),
        authors=stated_values(material, StatedKey.AUTHOR) or _distinct(authors),
        source_name=next(iter(stated_values(material, StatedKey.SOURCE)), source),
        section=next(iter(stated_values(material, StatedKey.SECTION)), _section(lines, known)),
        tags=stated_values(material, StatedKey.TAG) or _tags(lines),
    )


def _of_role(lines: Lines, role: Role) -> Iterator[Line]:
    return (line for line, one in lines if one is role)


def _found(value: str, line: Line) -> Found[str]:
    return Found(value, Evidence(line.text, line.block.place))


def _distinct(values: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """The first of each value."""
    first: dict[str, Found[str]] = {}
    for found in values:
        first.setdefault(found.value, found)
    return tuple(first.values())


def _title(lines: Lines, stated: Found[str] | None) -> Found[str] | None:
    """The headline: the stated one, as a guess if the page shows another; that of a heading of the page goes before."""
    shown = next(_of_role(lines, Role.TITLE), None)
    if stated and (is_office(stated.value) or widget_kind(stated.value)):
        stated = None  # the name of the portal, or ‘Trang chủ’
    if shown is None or (stated and same_words(shown.text, stated.value)):
        return stated
    if stated and stated.value.startswith(shown.text):
        # ‘Headline | Name of the portal’
        return Found(shown.text, stated.evidence, is_stated=True)
    if stated and shown.level != 1 and is_headline(stated.value):
        return Found(stated.value, stated.evidence)
    return _found(shown.text, shown)


def _date(material: Material, lines: Lines, key: StatedKey, known: KnownNames) -> Found[str] | None:
    """When it was published or updated: as stated, unless the date line says another day. Then it is open."""
    stated = stated_moment(material, key, known.site.timezone)
    shown = next((found for line in _of_role(lines, Role.DATE) if (found := _shown_date(line, key))), None)
    if stated and shown and contradicts(stated.value, shown.value):
        return None
    return stated or shown


def _shown_date(line: Line, key: StatedKey) -> Found[str] | None:
    said = line.date and (line.date.published if key is StatedKey.PUBLISHED else line.date.updated)
    return _found(said, line) if said else None


def _bylines(lines: Lines) -> Iterator[tuple[Line, Byline]]:
    """The bylines, with the names beside dates."""
    for line, role in lines:
        if role is Role.BYLINE:
            yield line, line.labelled or line.bare or Byline()
        elif role is Role.DATE and line.date and line.date.byline:
            yield line, line.date.byline


def _section(lines: Lines, known: KnownNames) -> Found[str] | None:
    """The section that the way through the portal leads to: a known one, else the last step before the headline."""
    title = next((line.text for line in _of_role(lines, Role.TITLE)), "")
    for line in _of_role(lines, Role.SECTION):
        steps = [step for step in breadcrumbs(line.text)[1:] if not same_words(step, title)]
        known_steps = [step for step in steps if known.section_id(step)]
        if steps:
            return _found((known_steps or steps)[-1], line)
    return _section_above(lines, known)


def _section_above(lines: Lines, known: KnownNames) -> Found[str] | None:
    """A known section that stands in a line of its own right above the news, and not as the last item of a menu."""
    top = next((at for at, (_, role) in enumerate(lines) if role in _FIRST), 0)
    above = [line for line, _ in lines[max(0, top - 2) : top]]
    if not above or not known.section_id(above[-1].text) or (above[0].widget is WidgetKind.WORDS and len(above) > 1):
        return None
    return _found(above[-1].text, above[-1])


_FIRST = (Role.TITLE, Role.DATE, Role.BODY)


def _tags(lines: Lines) -> tuple[Found[str], ...]:
    return tuple(_found(tag, line) for line in _of_role(lines, Role.TAGS) for tag in line.tags)


def _with_text(facts: NewsFacts, material: Material, lines: Lines) -> NewsFacts:
    """``facts`` with lead, text and pictures, and the code of the source before its first words."""
    body, photos = _body(lines)
    code, body = _without_code(body)
    lead, body = _lead(material, body)
    return replace(facts, lead=lead, source_code=code, body=body, photos=photos)


def _body(lines: Lines) -> tuple[tuple[Block, ...], tuple[Picture, ...]]:
    """The blocks of the text, each picture with the caption behind it; and all pictures, also those not there."""
    blocks: list[Block] = []
    for line, role in lines:
        last = blocks[-1] if blocks else None
        if role is Role.CAPTION and isinstance(last, Picture) and (line.is_credit or not last.caption):
            blocks[-1] = replace(last, caption=f"{last.caption} {line.text}".strip())
        elif role is Role.CAPTION:
            blocks.append(Picture("", line.block.place, caption=line.text))
        elif role is Role.BODY:
            blocks.append(line.block)
    photos = tuple(block for block in blocks if isinstance(block, Picture))
    return tuple(block for block in blocks if not isinstance(block, Picture) or block.path), photos


def _without_code(body: tuple[Block, ...]) -> tuple[Found[str] | None, tuple[Block, ...]]:
    """The code of the source before the first or second paragraph, and the text without it."""
    paragraphs = [at for at, block in enumerate(body) if isinstance(block, Paragraph)]
    for at in paragraphs[:2]:
        block = body[at]
        code = find_source_code(block.text) if isinstance(block, Paragraph) else None
        if code and isinstance(block, Paragraph):
            markup = find_source_code(block.markdown)
            rest = block.markdown[markup.end :] if markup else ""
            bare = replace(block, text=block.text[code.end :], markdown=rest)
            found = Found(code.code, Evidence(code.words, block.place))
            return found, (*body[:at], bare, *body[at + 1 :]) if markup or not block.markdown else body
    return None, body


def _lead(material: Material, body: tuple[Block, ...]) -> tuple[Found[str] | None, tuple[Block, ...]]:
    """The lead, and the text without it, if it is a paragraph of it."""
    stated = stated_words(material, StatedKey.LEAD)
    at = next((at for at, block in enumerate(body) if isinstance(block, Paragraph)), None)
    first = body[at] if at is not None else None
    if not isinstance(first, Paragraph) or at is None:
        return stated, body
    rest = (*body[:at], *body[at + 1 :])
    if stated and same_words(stated.value, first.text):
        return Found(first.text, stated.evidence, is_stated=True), rest
    if stated and not first.bold and not is_cut(stated.value, first.text) and is_about(stated.value, body):
        return stated, body
    if is_set_apart(first) and any(isinstance(block, Paragraph) and is_prose(block.text) for block in rest):
        return Found(first.text, Evidence(first_sentence(first.text), first.place)), rest
    return None, body


def _left_out(facts: NewsFacts, lines: Lines) -> Iterator[LeftOut]:
    """What is no content, and what stands in a place of a fact but says none."""
    used = _places(facts)
    title = facts.title.value if facts.title else ""
    for line, role in lines:
        is_title = role is Role.TITLE and same_words(line.text, title)
        if role not in _CONTENT and not is_title and line.block.place not in used:
            yield LeftOut(_words(line.block), role.value, line.block.place)


_CONTENT = (Role.BODY, Role.CAPTION)


def _places(facts: NewsFacts) -> frozenset[Place]:
    """The places of the words that the facts around the text rest on."""
    single = (facts.published, facts.updated, facts.source_name, facts.section)
    found = (*(one for one in single if one), *facts.authors, *facts.tags)
    return frozenset(one.evidence.place for one in found)


def _words(block: Block) -> str:
    """The words of ``block``, or the name of a picture."""
    if isinstance(block, Paragraph):
        return block.labelled
    if isinstance(block, Table):
        return " | ".join(_words(part) for row in block.rows for cell in row for part in cell)
    return block.words
