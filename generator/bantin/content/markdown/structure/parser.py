"""The block parser: reads a text line by line, by the strategy of appendix A of CommonMark.

Each line is read once, in as many steps as there are blocks around it, which are ``DEEPEST`` at most.
"""

from bantin.content.markdown.structure import block_starts, markers, office_paste, tables
from bantin.content.markdown.structure.cursor import Cursor
from bantin.content.markdown.structure.findings import Finding
from bantin.content.markdown.structure.nodes import (
    Code,
    Container,
    Heading,
    Html,
    Item,
    Leaf,
    List,
    Node,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from bantin.content.markdown.structure.references import Definitions, take_definitions
from bantin.content.problems import markdown as problems
from bantin.domain.problems import Kind

DEEPEST = 100


class TooDeep(RuntimeError):
    """Lists and quotations are nested more than ``DEEPEST`` levels deep."""


class Parser:
    """Parses the lines of one text into ``root``.

    ``definitions`` are its link reference definitions, ``found`` the findings in it.
    """

    def __init__(self) -> None:
        self.root = Container(0)
        self.definitions: Definitions = {}
        self.found: list[Finding] = []
        self._open: list[Container] = [self.root]
        self._leaf: Leaf | None = None
        self._number = 0
        self._line = ""

    def read(self, lines: list[str]) -> None:
        """Parses all lines of the text."""
        for self._number, self._line in enumerate(lines):
            self._read()
        self._close_leaf()

    def _read(self) -> None:
        cursor = Cursor(self._line)
        matched = self._go_on(cursor)
        is_whole = matched == len(self._open)
        leaf = self._leaf
        if is_whole and leaf is not None and not isinstance(leaf, Paragraph) and self._goes_on(leaf, cursor):
            self._extend(leaf, cursor)
            return
        paragraph = leaf if isinstance(leaf, Paragraph) else None
        while not cursor.is_blank:
            begun = self._begin_container(cursor, matched, paragraph if is_whole else None)
            if begun is None:
                break
            matched, is_whole, paragraph = begun, True, None
        if cursor.is_blank:
            self._end_at_blank(matched)
            return
        if paragraph is not None and not is_whole and self._is_lazy(cursor, paragraph):
            paragraph.lines.append(cursor.rest)
            self._reaches(len(self._open))
            return
        if not is_whole:
            self._leave(matched)
            paragraph = None
        self._read_leaf(cursor, paragraph)
        self._reaches(len(self._open))

    def _go_on(self, cursor: Cursor) -> int:
        """The number of open containers that the line belongs to, past whose signs ``cursor`` advances."""
        for depth, container in enumerate(self._open):
            if isinstance(container, Quote):
                if cursor.indent >= markers.TAB or not cursor.text.startswith(">"):
                    return depth
                cursor.skip_quote_sign()
                self._reaches(depth + 1)
            elif isinstance(container, Item):
                if cursor.is_blank:
                    if not container.children:
                        return depth
                elif cursor.indent >= container.offset:
                    cursor.dedent(container.offset)
                else:
                    return depth
        return len(self._open)

    def _goes_on(self, leaf: Leaf, cursor: Cursor) -> bool:
        """Adds the line to a leaf that is no paragraph, if it belongs to it, and returns whether it does."""
        if isinstance(leaf, Code):
            return self._code_goes_on(leaf, cursor)
        if isinstance(leaf, Html):
            if cursor.is_blank and not leaf.end:
                return False
            leaf.lines.append(cursor.rest)
            leaf.is_closed = not leaf.end or markers.ends_html(cursor.text, leaf.end)
            return True
        if isinstance(leaf, Note):
            return self._note_goes_on(leaf, cursor)
        if cursor.is_blank or block_starts.begins_other(cursor):
            return False
        leaf.lines.append(cursor.text)
        return True

    def _code_goes_on(self, code: Code, cursor: Cursor) -> bool:
        if code.fence:
            found = cursor.indent < markers.TAB and cursor.text.rstrip(" \t")
            if found and len(found) >= len(code.fence) and not found.strip(code.fence[0]):
                code.is_closed = True
                return True
            cursor.dedent(min(code.indent, cursor.indent))
        elif cursor.indent >= markers.TAB:
            cursor.dedent(markers.TAB)
        elif cursor.is_blank:
            # Blank lines within indented code belong to it; those at its end are removed later.
            code.lines.append("")
            return True
        else:
            return False
        code.lines.append(cursor.rest)
        return True

    def _note_goes_on(self, note: Note, cursor: Cursor) -> bool:
        if cursor.is_blank:
            note.lines.append("")
        elif cursor.indent >= markers.TAB:
            cursor.dedent(markers.TAB)
            note.lines.append(cursor.rest)
        elif note.lines[-1] and not block_starts.begins_other(cursor):
            self._report_joining(cursor, note.lines[-1], problems.LINE_JOINS_NOTE)
            note.lines.append(cursor.text)
        else:
            return False
        return True

    def _extend(self, leaf: Leaf, cursor: Cursor) -> None:
        """Records that a leaf extends to this line, and closes it if it ends here."""
        is_kept = isinstance(leaf, Html) or (isinstance(leaf, Code) and leaf.fence)
        if is_kept or not cursor.is_blank:
            self._reaches(len(self._open))
        if isinstance(leaf, Html | Code) and leaf.is_closed and (leaf.end if isinstance(leaf, Html) else leaf.fence):
            self._close_leaf()

    def _begin_container(self, cursor: Cursor, matched: int, paragraph: Paragraph | None) -> int | None:
        """Begins the quotation or item at ``cursor``, and returns the number of containers then open; None if none."""
        text = cursor.text
        if text[0] == ">" and cursor.indent < markers.TAB:
            self._leave(matched)
            cursor.skip_quote_sign()
            return self._enter(Quote(self._number))
        marker = markers.marker(text) or self._marker_without_space(text, matched)
        if marker is None or (text[0] in "-*" and markers.RULE.match(text)):
            return None
        is_below_words = isinstance(self._leaf, Paragraph)
        if cursor.indent >= markers.TAB and not block_starts.may_be_indented(text[marker.width :], is_below_words):
            return None
        if paragraph and not block_starts.may_interrupt(marker, text, paragraph.lines[-1]):
            return None
        if text[0] == "-" and paragraph and markers.UNDERLINE.match(text):
            return None
        return self._begin_item(cursor, matched, marker)

    def _marker_without_space(self, text: str, matched: int) -> markers.Marker | None:
        item = self._open[matched] if matched < len(self._open) else None
        return markers.marker_without_space(text, item.sign) if isinstance(item, Item) else None

    def _begin_item(self, cursor: Cursor, matched: int, marker: markers.Marker) -> int:
        self._leave(matched)
        indent = cursor.indent
        # Pasted text has no-break spaces after markers.
        cursor.text = cursor.text[: marker.width] + office_paste.without_hard_spaces(cursor.text[marker.width :])
        cursor.skip(marker.width)
        gap = cursor.indent
        if cursor.is_blank or (gap > markers.TAB and not marker.is_pasted and not office_paste.is_prose(cursor.text)):
            gap = 1
        offset = indent + marker.width + gap
        if not cursor.is_blank:
            cursor.dedent(min(gap, cursor.indent))
        parent = self._open[-1]
        before = parent.children[-1] if parent.children else None
        if isinstance(before, List) and before.sign == marker.sign:
            around = before
        else:
            around = List(self._number, marker.sign)
            parent.children.append(around)
        item = Item(self._number, offset, marker.sign, marker.number)
        task = markers.TASK.match(cursor.text) if cursor.text[:1] == "[" and cursor.indent < markers.TAB else None
        if task:
            item.ticked = task[1] != " "
            cursor.skip(task.end())
        around.items.append(item)
        self._push(item)
        return len(self._open)

    def _enter(self, container: Container) -> int:
        self._open[-1].children.append(container)
        self._push(container)
        return len(self._open)

    def _push(self, container: Container) -> None:
        self._open.append(container)
        if len(self._open) > DEEPEST:
            raise TooDeep

    def _end_at_blank(self, matched: int) -> None:
        if matched < len(self._open):
            self._leave(matched)
        self._close_leaf()

    def _is_lazy(self, cursor: Cursor, paragraph: Paragraph) -> bool:
        """Whether the line continues a paragraph though it lacks the signs of the containers around that."""
        if block_starts.begins_leaf(cursor):
            return False
        if office_paste.begins_provision(cursor.text, paragraph.lines[-1]):
            return False
        is_item = isinstance(self._open[-1], Item)
        self._report_joining(
            cursor, paragraph.lines[-1], problems.LINE_JOINS_ITEM if is_item else problems.LINE_JOINS_QUOTE
        )
        return True

    def _report_joining(self, cursor: Cursor, above: str, kind: Kind) -> None:
        """Reports a line that continues the block above it, if that was probably not intended."""
        if cursor.indent == 0 and office_paste.is_own_line(cursor.text, above):
            self._report(kind)

    def _read_leaf(self, cursor: Cursor, paragraph: Paragraph | None) -> None:
        text = cursor.text
        if cursor.indent >= markers.TAB and paragraph is None and not office_paste.is_prose(text):
            cursor.dedent(markers.TAB)
            self._begin_leaf(Code(self._number), cursor.rest)
            return
        if cursor.indent < markers.TAB and text[0] in "#`~<[-_*=|:" and self._begin_leaf_with_sign(cursor, paragraph):
            return
        if paragraph is None:
            paragraph = Paragraph(self._number)
            self._add_leaf(paragraph)
        paragraph.lines.append(cursor.rest)

    def _begin_leaf_with_sign(self, cursor: Cursor, paragraph: Paragraph | None) -> bool:
        text = cursor.text
        heading = markers.HEADING.match(text)
        if heading:
            self._close_leaf()
            self._add(Heading(self._number, len(heading[1]), [markers.words_of_heading(text[heading.end() :])]))
            return True
        fence = markers.FENCE.match(text)
        if fence:
            self._close_leaf()
            self._add_leaf(Code(self._number, fence[1], cursor.indent, fence[2].rstrip()))
            return True
        end = markers.end_of_html(text, in_paragraph=paragraph is not None)
        if end is not None:
            html = Html(self._number, end)
            self._begin_leaf(html, cursor.rest)
            if end and markers.ends_html(text, end):
                html.is_closed = True
                self._close_leaf()
            return True
        if paragraph is not None and (self._underline(text, paragraph) or self._begin_table(text, paragraph)):
            return True
        if markers.RULE.match(text):
            self._close_leaf()
            self._add(Rule(self._number))
            return True
        note = markers.NOTE.match(text)
        if note:
            self._begin_leaf(Note(self._number, note[1]), text[note.end() :])
            return True
        return False

    def _underline(self, text: str, paragraph: Paragraph) -> bool:
        """Turns the paragraph above the line into a heading if the line underlines it, and returns whether it does."""
        if not markers.UNDERLINE.match(text):
            return False
        lines = self._without_definitions(paragraph)
        if not lines:
            return False
        if office_paste.is_no_heading(lines):
            self._report(problems.BECAME_HEADING)
        self._leaf = None
        heading = Heading(paragraph.first, 1 if text[0] == "=" else 2, lines)
        heading.last = self._number
        self._open[-1].children[-1] = heading
        return True

    def _begin_table(self, text: str, paragraph: Paragraph) -> bool:
        sides = tables.sides(text)
        if sides is None or not tables.is_head(paragraph.lines[-1], sides):
            return False
        head = paragraph.lines.pop().strip()
        if not paragraph.lines:
            self._open[-1].children.pop()
        self._close_leaf()
        table = Table(self._number - 1, head, sides)
        self._add_leaf(table)
        return True

    def _without_definitions(self, paragraph: Paragraph) -> list[str]:
        """Records the link reference definitions at the beginning of a paragraph, and returns its other lines."""
        lines = paragraph.lines
        may_define = bool(lines) and lines[0].lstrip(" \t").startswith("[")
        return take_definitions(lines, self.definitions) if may_define else lines

    def _leave(self, depth: int) -> None:
        """Closes the open leaf, and all open containers but the first ``depth``."""
        self._close_leaf()
        del self._open[depth:]

    def _close_leaf(self) -> None:
        leaf, self._leaf = self._leaf, None
        if isinstance(leaf, Paragraph):
            leaf.lines = self._without_definitions(leaf)

    def _begin_leaf(self, leaf: Leaf, line: str) -> None:
        self._close_leaf()
        self._add_leaf(leaf)
        leaf.lines.append(line)

    def _add_leaf(self, leaf: Leaf) -> None:
        self._add(leaf)
        self._leaf = leaf

    def _add(self, node: Node) -> None:
        self._open[-1].children.append(node)

    def _reaches(self, depth: int) -> None:
        """Records that the line belongs to the first ``depth`` containers, and to the leaf if these are all."""
        for container in self._open[:depth]:
            container.last = self._number
        if self._leaf is not None and depth == len(self._open):
            self._leaf.last = self._number

    def _report(self, kind: Kind) -> None:
        self.found.append(Finding(kind, self._number))
