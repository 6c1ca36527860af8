"""Fragments of HTML: the text of an item in a feed or an export, which is an article and nothing else."""

from bantin.domain.text.html_entities import unescape
from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.pages.html.blocks import Blocks, blocks_of
from bantin.importing.readers.pages.html.tree import body_of, cleaned, parse_page, words_of


def fragment_blocks(html: str) -> Blocks:
    """The blocks of a fragment. Raises ``Unreadable`` if it is nested too deeply or too large."""
    if not html.strip():
        return Blocks(())
    try:
        return blocks_of((body_of(parse_page(f"<html><body>{html}</body></html>")),))
    except Unreadable as error:
        if error.refusal is Refusal.EMPTY:
            return Blocks(())
        raise


def plain_text(html: str) -> str:
    """The words of a title, which may have tags and entities in it."""
    if "<" not in html:
        return cleaned(unescape(html))
    return words_of(body_of(parse_page(f"<html><body>{html}</body></html>")))
