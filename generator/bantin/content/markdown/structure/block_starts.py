"""Block starts: which blocks a line may begin right below a paragraph."""

from bantin.content.markdown.structure import markers, office_paste
from bantin.content.markdown.structure.cursor import Cursor


def begins_leaf(cursor: Cursor) -> bool:
    """Whether the line begins a heading, code, a rule, a footnote or HTML."""
    text = cursor.text
    if cursor.indent >= markers.TAB or text[0] not in "#`~<[-_*":
        return False
    begun = (markers.HEADING, markers.FENCE, markers.RULE, markers.NOTE)
    return any(sign.match(text) for sign in begun) or markers.end_of_html(text, in_paragraph=True) is not None


def begins_other(cursor: Cursor) -> bool:
    """Whether the line begins any block."""
    if cursor.indent >= markers.TAB:
        return False
    if cursor.text[0] == ">" or begins_leaf(cursor):
        return True
    marker = markers.marker(cursor.text)
    return marker is not None and may_interrupt(marker, cursor.text)


def may_interrupt(marker: markers.Marker, text: str, above: str = "") -> bool:
    """Whether an item that begins with ``marker`` may follow a line of a paragraph directly."""
    behind = text[marker.width :].strip()
    if not behind or marker.number not in (None, 1):
        return False
    return not office_paste.is_row_below(text, above)


def may_be_indented(behind: str, is_below_words: bool) -> bool:  # noqa: FBT001 - there is one other argument
    """Whether a marker with the words ``behind`` it begins an item though CommonMark takes its indentation for code."""
    return bool(behind.strip()) if is_below_words else office_paste.is_prose(behind)
