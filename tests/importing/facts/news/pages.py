"""Pages to read news from, as raw text or as blocks."""

from zoneinfo import ZoneInfo

from bantin.domain.model import Site, Term, Vocabulary
from bantin.importing.facts.model import NewsFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.news.reading import read_news
from bantin.importing.material import Block, Form, Material, Paragraph, Place, PlaceKind, Stated, StatedKey
from bantin.importing.readers.plain_text import read_text

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
TITLE = "Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp"
LEAD = "Chiều 20/11/2012, tại Hà Nội, Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp."
FIRST = "Quy chế quy định nội dung, trình tự và cách thức phối hợp, việc tổ chức thực hiện của hai bên."
SECOND = "Hai bên cũng phân định rõ nhiệm vụ của từng đơn vị và cử cán bộ làm đầu mối trao đổi thông tin."


def known_names(*sections: Term) -> KnownNames:
    return KnownNames((), Vocabulary(), Site("Bản tin", "https://bantin.example/", "vi", HANOI, sections=sections))


def read_raw(*lines: str) -> NewsFacts:
    """What raw text of these lines says."""
    return read_news(read_text("\n".join(lines).encode(), "tin.txt"), known_names())


def paragraph(number: int, text: str, *, level: int = 0, bold: bool = False) -> Paragraph:
    return Paragraph(text, Place(PlaceKind.ELEMENT, number), level=level, bold=bold)


def read_page(*blocks: Block, stated: dict[StatedKey, str] | None = None) -> NewsFacts:
    """What a page of these blocks says."""
    said = tuple(Stated(key, value, Place(PlaceKind.ELEMENT, 0, key)) for key, value in (stated or {}).items())
    return read_news(Material("tin.html", Form.PAGE, blocks, stated=said), known_names())


def texts(facts: NewsFacts) -> list[str]:
    return [block.text for block in facts.body if isinstance(block, Paragraph)]
