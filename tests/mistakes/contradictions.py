"""Facts, lead and text that contradict each other."""

from collections.abc import Mapping

from tests.mistakes.mistake import ARTICLE_PATH, TEXT_LINE, Change, Mistake, in_article, in_text, line_of

FULL = """\
---
title: Cơ quan A và Cơ quan B ký quy chế
published: 2020-05-06
lead: Sa-pô.
authors: [Người viết]
agreement:
  type: quy-che
  title: Quy chế phối hợp
  number: 01/QCPH-CQA-CQB
  parties: [co-quan-a, co-quan-b]
  signatories:
    - {name: Nguyễn Văn Hùng, position: Thủ trưởng Cơ quan A, party: co-quan-a}
    - {name: Trần Thị Hoa, position: Thủ trưởng Cơ quan B, party: co-quan-b}
  signed_on: 2020-05-05
  effective_on: 2020-06-01
  expires_on: 2025-05-31
  fields: [an-ninh]
  scope: central
  clauses: 12
  text_public: {no: Nội bộ}
---

TEXT
"""
FULL_LINE = FULL.split("\n").index("TEXT") + 1


def full(text: str, **front: str) -> Mapping[str, Change]:
    """An article with all facts, with the text ``text`` and perhaps another title and lead."""
    whole = FULL.replace("TEXT", text)
    for key, value in front.items():
        old = next(line for line in whole.split("\n") if line.startswith(f"{key}: "))
        whole = whole.replace(old, f"{key}: {value}")
    return {ARTICLE_PATH: whole}


def lead(value: str) -> Mapping[str, Change]:
    return in_article("lead: Sa-pô.", f"lead: {value}")


def articles(count: int, end: str) -> str:
    """The text of an agreement with ``count`` articles."""
    names = [*(f"Nội dung {number}" for number in range(1, count)), end]
    return "\n\n".join(f"**Điều {number}. {name}**\n\nCác bên phối hợp." for number, name in enumerate(names, 1))


SIGNED = "contradiction-signed"
EFFECTIVE = "contradiction-effective"
EXPIRES = "contradiction-expires"
CLAUSES = "contradiction-clauses"
PARTIES = "contradiction-parties"
NUMBER = "contradiction-number"
NAME = "contradiction-name"

MISTAKES = (
    Mistake(
        "signed in another year in the lead",
        lead("Ngày 05/5/2026, tại Hà Nội, hai cơ quan ký quy chế."),
        SIGNED,
        line_of("lead"),
        mended="05/5/2020",
    ),
    Mistake(
        "signed on another day in the lead",
        lead("Sáng 06/5/2020, tại Hà Nội, hai cơ quan đã ký kết Quy chế phối hợp."),
        SIGNED,
        line_of("lead"),
        mended="05/5/2020",
    ),
    Mistake(
        "signed on another day, in words",
        lead("Hai cơ quan ký ngày 15 tháng 5 năm 2020."),
        SIGNED,
        line_of("lead"),
        mended="05 tháng 5 năm 2020",
    ),
    Mistake(
        "signed on another day of an unknown year",
        lead("Chiều 25/5, tại Hà Nội, Cơ quan A và Cơ quan B ký Quy chế phối hợp."),
        SIGNED,
        line_of("lead"),
        mended="05/5",
    ),
    Mistake(
        "signed in another month in the title",
        in_article("Hai cơ quan ký quy chế", "Hai cơ quan ký quy chế vào ngày 05/6/2020"),
        SIGNED,
        line_of("Hai cơ quan ký"),
        mended="05/5/2020",
    ),
    Mistake(
        "a lead folded over lines",
        lead(">-\n  Ngày 05/5/2002, tại trụ sở Cơ quan A,\n  hai cơ quan đã ký kết Quy chế."),
        SIGNED,
        line_of("lead") + 1,
        mended="05/5/2020",
    ),
    Mistake(
        "another day at the beginning of the text",
        in_text("Ngày 04/5/2020, Cơ quan A và Cơ quan B tổ chức Lễ ký kết Quy chế phối hợp.\n"),
        SIGNED,
        TEXT_LINE,
        mended="05/5/2020",
    ),
    Mistake(
        "another year deep in the text, with emphasis",
        in_text("Hai bên đã họp.\n\nQuy chế được ký **ngày 05/5/2021** tại Hà Nội.\n"),
        SIGNED,
        TEXT_LINE + 2,
        mended="05/5/2020",
    ),
    Mistake(
        "the ceremony was held on another day",
        in_text("Hai bên đã họp.\n\nLễ ký kết được tổ chức vào sáng ngày 07-5-2020.\n"),
        SIGNED,
        TEXT_LINE + 2,
        mended="05-5-2020",
    ),
    Mistake(
        "another day of signing as an entry",
        in_text("Ngày ký: 15/05/2020\n"),
        SIGNED,
        TEXT_LINE,
        mended="05/05/2020",
    ),
    Mistake(
        "the place and day at the head of the text of the agreement",
        in_text("Quy chế phối hợp\n\nHà Nội, ngày 05 tháng 5 năm 2010\n\nHai bên thống nhất.\n"),
        SIGNED,
        TEXT_LINE + 2,
        mended="05 tháng 5 năm 2020",
    ),
    Mistake(
        "today with another day in brackets",
        lead("Hôm nay (06/5/2020), hai cơ quan ký Quy chế."),
        SIGNED,
        line_of("lead"),
        mended="05/5/2020",
    ),
    Mistake(
        "in English, another year",
        lead("On 5 May 2026, in Hanoi, the two agencies signed a regulation."),
        SIGNED,
        line_of("lead"),
        mended="5 May 2020",
    ),
    Mistake(
        "in English, the month first",
        lead("The regulation was signed on May 15, 2020."),
        SIGNED,
        line_of("lead"),
        mended="May 5, 2020",
    ),
    Mistake(
        "the fact is wrong by a year, the text right",
        {
            ARTICLE_PATH: FULL.replace("signed_on: 2020-05-05", "signed_on: 2019-05-05").replace(
                "TEXT", "Ngày 05/5/2020, tại Hà Nội, hai bên ký Quy chế."
            )
        },
        SIGNED,
        FULL_LINE,
        mended="05/5/2019",
    ),
    Mistake(
        "in force from another day",
        full("Quy chế có hiệu lực từ ngày 01/7/2020."),
        EFFECTIVE,
        FULL_LINE,
        mended="01/6/2020",
    ),
    Mistake(
        "in force from another day, in words",
        full("Quy chế này có hiệu lực thi hành kể từ ngày 15 tháng 6 năm 2020."),
        EFFECTIVE,
        FULL_LINE,
        mended="01 tháng 6 năm 2020",
    ),
    Mistake(
        "in force from the signing, with another day as a fact",
        full("Quy chế có hiệu lực kể từ ngày ký."),
        EFFECTIVE,
        FULL_LINE,
        mended="hiệu lực từ ngày 01/06/2020",
    ),
    Mistake(
        "in force until another day",
        full("Quy chế có hiệu lực đến hết ngày 31/5/2030."),
        EXPIRES,
        FULL_LINE,
        mended="31/5/2025",
    ),
    Mistake(
        "not in force any more from another day",
        full("Quy chế này hết hiệu lực từ ngày 01/7/2025."),
        EXPIRES,
        FULL_LINE,
        mended="01/6/2025",
    ),
    Mistake(
        "a term in years that ends on another day",
        full("Quy chế có hiệu lực trong 3 năm."),
        EXPIRES,
        FULL_LINE,
        mended="có hiệu lực trong 5 năm",
    ),
    Mistake(
        "a term in words that ends on another day",
        full("Quy chế có thời hạn mười năm, kể từ ngày 01/6/2020."),
        EXPIRES,
        FULL_LINE,
        mended="có thời hạn 5 năm",
    ),
    Mistake(
        "another number of articles",
        full("Quy chế gồm 21 điều, quy định nội dung phối hợp."),
        CLAUSES,
        FULL_LINE,
        mended="12",
    ),
    Mistake(
        "another number of articles, behind the chapters",
        full("Quy chế gồm 5 chương, 21 điều."),
        CLAUSES,
        FULL_LINE,
        mended="12",
    ),
    Mistake(
        "another number of articles in words",
        full("Quy chế gồm có năm chương và hai mươi mốt điều."),
        CLAUSES,
        FULL_LINE,
        mended="mười hai",
    ),
    Mistake(
        "another number of articles in the lead",
        full("Nội dung.", lead="Quy chế phối hợp với 09 Điều vừa được ký."),
        CLAUSES,
        4,
        mended="12",
    ),
    Mistake(
        "another number of articles in the title",
        full("Nội dung.", title="Hai cơ quan ký Quy chế 10 điều"),
        CLAUSES,
        2,
        mended="12",
    ),
    Mistake(
        "more articles in the text than the facts say",
        full(articles(13, "Hiệu lực thi hành")),
        CLAUSES,
        FULL_LINE + 4 * 12,
    ),
    Mistake(
        "the whole text has fewer articles than the facts say",
        full(articles(9, "Điều khoản thi hành")),
        CLAUSES,
        FULL_LINE + 4 * 8,
    ),
    Mistake(
        "another number of parties in the title",
        full("Nội dung.", title="Ba cơ quan ký quy chế"),
        PARTIES,
        2,
        mended="Hai",
    ),
    Mistake(
        "another number of parties in the lead",
        full("Nội dung.", lead="Lễ ký có bốn bên cùng ký."),
        PARTIES,
        4,
        mended="hai",
    ),
    Mistake(
        "another number of parties in figures",
        full("Ngày 05/5/2020, 04 cơ quan đã ký kết Quy chế phối hợp."),
        PARTIES,
        FULL_LINE,
        mended="02",
    ),
    Mistake(
        "an agreement of another number of parties",
        full("Nội dung.", lead="Lễ ký Thỏa thuận ba bên diễn ra tại Hà Nội."),
        PARTIES,
        4,
        mended="hai",
    ),
    Mistake(
        "another figure in the number",
        full("Quy chế số 02/QCPH-CQA-CQB có 12 điều."),
        NUMBER,
        FULL_LINE,
        mended="01/QCPH-CQA-CQB",
    ),
    Mistake(
        "letters of the number changed about",
        full("Nội dung.", lead="Hai cơ quan ký Quy chế số 01/QCHP-CQA-CQB."),
        NUMBER,
        4,
        mended="01/QCPH-CQA-CQB",
    ),
    Mistake(
        "a signatory with another mark",
        full("Ông Nguyễn Văn Hưng, Thủ trưởng Cơ quan A, ký."),
        NAME,
        FULL_LINE,
        mended="Nguyễn Văn Hùng",
    ),
    Mistake(
        "a signatory without marks",
        full("Thủ trưởng Nguyen Van Hung và bà Trần Thị Hoa ký Quy chế."),
        NAME,
        FULL_LINE,
        mended="Nguyễn Văn Hùng",
    ),
    Mistake(
        "a signatory in capitals with another mark",
        full("Thủ trưởng Cơ quan A\n\nNGUYỄN VĂN HƯNG\n\nTRẦN THỊ HOA"),
        NAME,
        FULL_LINE + 2,
        mended="NGUYỄN VĂN HÙNG",
    ),
    Mistake(
        "a weekday in figures",
        lead("Thứ 6, ngày 05/5/2020, hai cơ quan ký Quy chế."),
        "wrong-weekday",
        line_of("lead"),
        mended="Thứ 3, ngày 05/5/2020",
    ),
    Mistake(
        "a weekday in small letters behind the day",
        lead("Ngày 05/5/2020 (thứ sáu), hai cơ quan ký Quy chế."),
        "wrong-weekday",
        line_of("lead"),
        mended="05/5/2020 (thứ ba",
    ),
    Mistake(
        "a Sunday that was none",
        in_text("Lễ ký được tổ chức vào chủ nhật, ngày 05 tháng 5 năm 2020.\n"),
        "wrong-weekday",
        TEXT_LINE,
        mended="thứ ba, ngày 05 tháng 5 năm 2020",
    ),
    Mistake(
        "an English weekday, the month first",
        lead("The regulation was signed on Monday, May 5, 2020."),
        "wrong-weekday",
        line_of("lead"),
        mended="Tuesday, May 5, 2020",
    ),
    Mistake(
        "a weekday in the title",
        in_article("title: Hai cơ quan ký quy chế", "title: Hai cơ quan ký quy chế thứ hai, 05/5/2020"),
        "wrong-weekday",
        line_of("Hai cơ quan ký"),
        mended="thứ ba, 05/5/2020",
    ),
)
