"""Signs of the symbol fonts."""

from bantin.importing.material import NoticeKind
from tests.importing.readers.word.files import in_font, p, r
from tests.importing.readers.word.read_back import paragraphs, read, told


def test_signs_of_symbol_fonts_become_what_they_look_like_or_are_told() -> None:
    known = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    unknown = '<w:r><w:sym w:font="Webdings" w:char="F055"/></w:r>'
    material = read(p(known, "a", unknown, r("\uf0b7 b", in_font("Symbol"))))
    assert [one.text for one in paragraphs(material)] == ["✓a• b"]
    assert told(material) == [(NoticeKind.UNREADABLE, "Webdings F055", 1)]
