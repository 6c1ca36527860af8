"""The words of made agreements: the legal basis, and articles of which some say the facts of the signing."""

import random
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from benchmarks.importing.signings import Signing
from benchmarks.provisions import HEADINGS, PHRASES

_BASES = (
    "Luật An ninh quốc gia ngày 03 tháng 12 năm 2004",
    "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "Chỉ thị số 04/CT-TTg ngày 01 tháng 02 năm 2007 của Thủ tướng Chính phủ",
    "Chức năng, nhiệm vụ của các bên",
)
_LETTERS = "abcd"


class Provision(Struct, frozen=True):
    """A line of an agreement: its level (0 for an article, 1 for a clause, 2 for a point), its label and its words."""

    level: int
    label: str
    words: str

    @property
    def line(self) -> str:
        """The line as readers see it."""
        return f"{self.label} {self.words}".strip()


def bases(dice: random.Random) -> tuple[str, ...]:
    """Some documents and reasons that an agreement is based on."""
    return tuple(dice.sample(_BASES, dice.randint(1, 3)))


def provisions(signing: Signing, article: str, dice: random.Random) -> Iterator[Provision]:
    """Yields the lines of the agreement. ``article`` is the form of the label of its articles: ``Điều {}.``."""
    said = {signing.clauses - 1: _on_reviews(signing), signing.clauses: _on_force(signing)}
    for number in range(1, signing.clauses + 1):
        yield Provision(0, article.format(number), dice.choice(HEADINGS[:5]))
        facts = said.get(number, ())
        filler = tuple(_filler(dice) for _ in range(dice.randint(0 if len(facts) > 1 else 2, 3)))
        yield from _clauses((*filler, *facts), dice)


def _clauses(texts: tuple[str, ...], dice: random.Random) -> Iterator[Provision]:
    for number, words in enumerate(texts, start=1):
        yield Provision(1, f"{number}.", words)
        for letter in _LETTERS[: dice.choice((0, 0, 2))]:
            yield Provision(2, f"{letter})", _filler(dice))


def _filler(dice: random.Random) -> str:
    topic = dice.choice(("phòng, chống tội phạm", "trợ giúp pháp lý", "hòa giải ở cơ sở", "bảo vệ rừng"))
    return f"{dice.choice(PHRASES).format(topic=topic, day=dice.randrange(2, 30))}."


def _on_reviews(signing: Signing) -> tuple[str, ...]:
    if not signing.reviewed:
        return ()
    if signing.rotating:
        return ("Định kỳ hằng năm, các bên luân phiên chủ trì tổ chức sơ kết việc thực hiện.",)
    return ("Mỗi năm một lần, các bên tổ chức sơ kết, đánh giá kết quả thực hiện.",)


def _on_force(signing: Signing) -> tuple[str, ...]:
    own = f"{signing.type} này"
    force = signing.in_force
    start = f" {force}" if isinstance(force, str) and force else f" từ {written(force)}" if force else ""
    until = f" đến hết {written(signing.until)}" if signing.until else ""
    lines = [f"{own} có hiệu lực{start}{until}."] if start or until else []
    lines += [f"{own} có thời hạn {signing.years:02} năm kể từ ngày ký."] if signing.years else []
    if signing.older:
        lines.append(f"{own} thay thế {signing.type} số {signing.replaced} {written(signing.older)}.")
    return (*lines, f"{own} được lập thành 04 bản có giá trị như nhau.")


def written(day: date) -> str:
    """A day as official documents write it: ``ngày 05 tháng 3 năm 2020``."""
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
