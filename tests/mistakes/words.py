"""Mistakes in names, words and dates that stand for an id, a choice or a day."""

from collections.abc import Mapping

from tests.bulletins import ARTICLE, COMPLETE, SITE
from tests.mistakes.mistake import ARTICLE_PATH, Change, Mistake, in_article, line_of

AGENCY_PATH = "content/agencies/co-quan-a.yml"
SITE_PATH = "content/site.yml"
ABBREVIATED = {AGENCY_PATH: "name: Cơ quan A\nabbreviations: [CQA]\naliases: [Cơ quan thứ nhất]\n"}
BOTH_CQ = {
    AGENCY_PATH: "name: Cơ quan A\nabbreviations: [CQ]\n",
    "content/agencies/co-quan-b.yml": "name: Cơ quan B\nabbreviations: [CQ]\n",
}
THIRD = {"content/agencies/co-quan-c.yml": "name: Cơ quan C\n"}
SECTIONS = {SITE_PATH: f"{SITE}sections:\n  tin-tuc: {{vi: Tin tức, en: News}}\n"}


def _older(year: int, title: str) -> str:
    text = COMPLETE[ARTICLE_PATH].replace("2020-", f"{year}-").replace("Hai cơ quan ký quy chế", title)
    return text.replace("title: Quy chế phối hợp\n", f"title: Quy chế năm {year}\n  number: 01/QCPH-A-B\n")


OLDER = {"content/articles/2019/bai-cu.md": _older(2019, "Hai cơ quan ký quy chế đầu tiên")}
SAME_NUMBER = {**OLDER, "content/articles/2018/bai-kia.md": _older(2018, "Hai cơ quan ký quy chế trước đó")}


def parties(name: str, typed: str, code: str, mended: str = "", files: Mapping[str, Change] = {}) -> Mistake:
    """Parties of which one is mistyped, below a title that does not mention their number."""
    text = ARTICLE.replace("[co-quan-a, co-quan-b]", typed).replace("Hai cơ quan ký quy chế", "Ký kết quy chế")
    changes = {ARTICLE_PATH: text, **files}
    return Mistake(f"parties: {name}", changes, code, line_of("parties"), mended)


_AMENDING = "\n  effective_on: 2020-06-01\n  relations: [{kind: amends, to: bai-cu}]"
AMENDED: Mapping[str, Change] = {
    "content/agreements/bai-cu.md": """\
---
type: quy-che
title: Quy chế cũ
parties: [co-quan-a, co-quan-b]
signatories: unknown
signed_on: 2019-01-01
fields: [an-ninh]
scope: central
text_public: yes
---

"""
    + "".join(f"Điều {number}. Việc thứ {number}\nHai bên phối hợp.\n\n" for number in range(1, 6))
}


def more(name: str, line: str, code: str, mended: str = "", files: Mapping[str, Change] = {}) -> Mistake:
    """An additional line of the agreement with a mistake."""
    changes = {**in_article("  text_public: {no: Nội bộ}\n", f"  text_public: {{no: Nội bộ}}\n  {line}\n"), **files}
    return Mistake(name, changes, code, line_of("text_public") + 1, mended)


def instead(name: str, old: str, new: str, code: str, mended: str = "") -> Mistake:
    """A changed line of the article with a mistake."""
    return Mistake(name, in_article(old, new), code, line_of(old), mended)


def on_top(name: str, line: str, code: str, mended: str = "", files: Mapping[str, Change] = {}) -> Mistake:
    """An additional line before the agreement with a mistake."""
    changes = {**in_article("agreement:\n", f"{line}\nagreement:\n"), **files}
    return Mistake(name, changes, code, line_of("agreement:"), mended)


def of_agency(name: str, lines: str, code: str, line: int, mended: str = "") -> Mistake:
    """Additional lines in an agency's file with a mistake."""
    return Mistake(
        f"an agency: {name}", {AGENCY_PATH: f"name: Cơ quan A\n{lines}"}, code, line, mended, path=AGENCY_PATH
    )


def of_site(name: str, lines: str, code: str, mended: str = "", line: int = 1) -> Mistake:
    """Additional lines in ``site.yml`` with a mistake."""
    changes = {SITE_PATH: f"{SITE}{lines}"}
    return Mistake(f"settings: {name}", changes, code, SITE.count("\n") + line, mended, path=SITE_PATH)


def signed(name: str, typed: str, mended: str = "", code: str = "bad-date") -> Mistake:
    """A mistyped day of signing."""
    return instead(f"a date: {name}", "signed_on: 2020-05-05", f"signed_on: {typed}", code, mended)


def published(name: str, typed: str, mended: str = "", code: str = "bad-date") -> Mistake:
    """A mistyped time of publication."""
    return instead(f"a time: {name}", "published: 2020-05-06", f"published: {typed}", code, mended)


NAMES = (
    parties("an agency that is not declared, by an id", "[co-quan-a, co-quan-b, bo-quoc-phong]", "unknown-agency"),
    parties("an agency that is not declared, by name", "[co-quan-a, co-quan-b, Bộ Quốc phòng]", "unknown-agency"),
    parties("an abbreviation that nobody declared", "[co-quan-a, co-quan-b, BQP]", "unknown-agency"),
    parties("two in one item", "[co-quan-a, co-quan-b; Cơ quan C]", "unknown-agency", files=THIRD),
    parties("a name with an unknown one in brackets", "[co-quan-a, Cơ quan B (CQB)]", "unknown-agency", "co-quan-b"),
    parties("a letter too many", "[co-quan-a, co-quann-b]", "unknown-agency", "co-quan-b"),
    parties("two letters swapped", "[co-quan-a, co-quna-b]", "unknown-agency", "co-quan-b"),
    parties("underscores", "[co-quan-a, co_quan_b]", "unknown-agency", "co-quan-b"),
    parties("a name without its marks", "[co-quan-a, Co quan B]", "unknown-agency", "co-quan-b"),
    parties("a name with a letter mistyped", "[co-quan-a, Cơ quam B]", "unknown-agency", "co-quan-b"),
    parties("an abbreviation of two agencies", "[co-quan-a, CQ]", "ambiguous-name", files=BOTH_CQ),
    parties("an id and an abbreviation of one", "[co-quan-a, co-quan-b, CQA]", "party-twice", files=ABBREVIATED),
    parties("a name in capitals and in small letters", "[CƠ QUAN B, co-quan-a, cơ quan b]", "party-twice"),
    Mistake(
        "a signatory of no party, by name",
        {**in_article("party: co-quan-a", "party: Cơ quan C"), **THIRD},
        "signatory-not-party",
        line_of("signatories"),
    ),
    instead(
        "a signatory of a party with a letter too many",
        "signatories: [{name: Nguyễn Văn A, party: co-quan-a}]",
        "signatories: [{name: Nguyễn Văn A, party: co-quan-aa}]",
        "signatory-not-party",
        "co-quan-a",
    ),
    more(
        "an event of no party, by name",
        "events: [{kind: amended, on: 2021, parties: [Cơ quan C]}]",
        "event-not-party",
        files=THIRD,
    ),
    more(
        "an event of a party with two letters swapped",
        "events: [{kind: amended, on: 2021, parties: [co-qaun-a]}]",
        "event-not-party",
        "co-quan-a",
    ),
    more("reviews that an unknown agency chairs", "review: {every: P1Y, chair: Bộ Tài chính}", "unknown-agency"),
    more("reviews in turn, without marks", "review: {every: P1Y, chair: luan phien}", "bad-choice", "rotating"),
    more(
        "reviews in turn, with more said than is needed",
        "review: {every: P1Y, chair: luân phiên giữa các bên}",
        "bad-choice",
        "rotating",
    ),
    of_agency("a parent that is not declared", "parent: Chính phủ\n", "unknown-agency", 2),
    of_agency("a parent without its marks", "parent: Co quan B\n", "unknown-agency", 2, "co-quan-b"),
    of_agency("a successor that is not declared", "successors: [Bộ Dân tộc]\n", "unknown-agency", 2),
    of_agency("itself above itself, by name", "parent: Cơ quan A\n", "agency-cycle", 2),
    instead("a type without its marks", "type: quy-che", "type: Quy che", "unknown-type", "quy-che"),
    instead("a type with a letter mistyped", "type: quy-che", "type: quy-chee", "unknown-type", "quy-che"),
    instead("a type that is not declared", "type: quy-che", "type: Thỏa thuận", "unknown-type"),
    instead("a field without its marks", "fields: [an-ninh]", "fields: [an nin]", "unknown-field", "an-ninh"),
    instead("a field that is not declared", "fields: [an-ninh]", "fields: [Y tế]", "unknown-field"),
    on_top("a section without its marks", "section: Tin tuc", "unknown-section", "tin-tuc", SECTIONS),
    on_top("a section that is not declared", "section: Xã luận", "unknown-section", files=SECTIONS),
)
RELATIONS = (
    more("a relation to a file that is not there", "relations: [{kind: amends, to: bai-mat.md}]", "unknown-record"),
    more("a relation to a number nobody has", "relations: [{kind: amends, to: 09/QC-X-Y}]", "unknown-record"),
    more(
        "a relation with a letter mistyped",
        "relations: [{kind: related, to: bai-cuu}]",
        "unknown-record",
        "bai-cu",
        OLDER,
    ),
    more(
        "a relation to a number that two have",
        "relations: [{kind: related, to: 01/QCPH-A-B}]",
        "ambiguous-name",
        files=SAME_NUMBER,
    ),
    more("a relation to its own file", "relations: [{kind: related, to: 2020/bai.md}]", "related-to-itself"),
    more(
        "a relation told from the wrong side",
        "relations: [{kind: được sửa đổi, to: bai-cu}]",
        "inverse-relation",
        files=OLDER,
    ),
    more(
        "an amendment that does not say how the provision reads",
        f"amends: [{{to: bai-cu, at: dieu-5, do: sửa đổi}}]{_AMENDING}",
        "amendment-text",
        files=AMENDED,
    ),
    more(
        "a repeal with a text",
        f"amends: [{{to: bai-cu, at: dieu-5, do: bãi bỏ, text: Điều 5. Bãi bỏ}}]{_AMENDING}",
        "amendment-text",
        files=AMENDED,
    ),
    more("an amendment of a file that is not there", "amends: [{to: x.md, at: dieu-1, do: repeal}]", "unknown-record"),
    more(
        "an amendment of what is no provision",
        f"amends: [{{to: bai-cu, at: phần tài chính, do: bãi bỏ}}]{_AMENDING}",
        "not-a-provision",
        files=AMENDED,
    ),
    more("an amendment of itself", "amends: [{to: 2020/bai.md, at: dieu-1, do: repeal}]", "related-to-itself"),
    more(
        "an amendment of a kind without its marks",
        f"amends: [{{to: bai-cu, at: dieu-5, do: bai bo}}]{_AMENDING}",
        "bad-choice",
        "repeal",
        AMENDED,
    ),
    more(
        "a relation that may be two",
        "relations: [{kind: sửa đổi và bổ sung, to: bai-cu}]",
        "bad-choice",
        files=OLDER,
    ),
    more(
        "a relation without its marks",
        "relations: [{kind: lien quan, to: bai-cu}]",
        "bad-choice",
        "related",
        OLDER,
    ),
)
WORDS = (
    instead("a scope without its marks", "scope: central", "scope: trung uong", "bad-choice", "central"),
    instead("a scope that is none", "scope: central", "scope: toàn quốc", "bad-choice"),
    instead("a scope with a letter mistyped", "scope: central", "scope: centrall", "bad-choice", "central"),
    more("an event without its marks", "events: [{kind: gia han, until: 2030}]", "bad-choice", "extended"),
    more("an event that is none", "events: [{kind: khai trương, on: 2021}]", "bad-choice"),
    instead(
        "a capacity with the office that it is signed for",
        "party: co-quan-a}",
        "party: co-quan-a, on_behalf: KT. BỘ TRƯỞNG}",
        "bad-choice",
        "KT",
    ),
    instead("no full text, without a reason", "text_public: {no: Nội bộ}", "text_public: Không", "needs-reason"),
    Mistake(
        "the full text, without marks",
        {
            ARTICLE_PATH: ARTICLE.replace("{no: Nội bộ}", "co").replace(
                "Nội dung.", "[Toàn văn](https://congbao.example/1)"
            )
        },
        "bad-yes-no",
        line_of("text_public"),
        "yes",
    ),
    on_top("a draft marked with a cross", "draft: x", "bad-yes-no", "true"),
    on_top("comments, a letter too many", "comments: falsee", "bad-yes-no", "false"),
    on_top("an answer that is none", "comments: chưa quyết định", "bad-yes-no"),
    on_top("access without its marks", "clearance: Cong Khai", "clearance", "cong-khai"),
    on_top("a language by its name", "lang: tiếng Việt", "bad-choice", "vi"),
    on_top("a language by the code of the country", "lang: VN", "bad-choice", "vi"),
    of_agency("a level without its marks", "level: cap tinh\n", "bad-choice", 2, "provincial"),
    of_agency("a level that is none", "level: toàn cầu\n", "bad-choice", 2),
    more("a term without marks", "expires_on: khong thoi han", "bad-date", "indefinite"),
    more("a term in words that are none", "expires_on: lâu dài", "bad-date"),
    more("a length of time without marks", "review: {every: 1 nam}", "bad-duration", "P1Y"),
    more("a length of time in English", "review: {every: 6 months}", "bad-duration", "P6M"),
    more("a length of time without its P", "review: {every: 1Y}", "bad-duration", "P1Y"),
    more("a length of time that is none", "review: {every: thường xuyên}", "bad-duration"),
)
NUMBERS = (
    more("a number with its unit", "clauses: 21 điều", "bad-number", "21"),
    more("a number in words", "clauses: mười hai", "bad-number", "12"),
    more("a number in words, with its unit", "clauses: hai mươi mốt điều", "bad-number", "21"),
    more("a number with a full stop", "clauses: 12.", "bad-number", "12"),
    more("a number in Roman digits", "clauses: XII", "bad-number", "12"),
    more("a number of two", "clauses: 12 đến 15", "bad-number"),
    more("a number that is none", "clauses: nhiều", "bad-number"),
    on_top("a slug with marks and spaces", "slug: Bài Viết Mới", "bad-slug", "bai-viet-moi"),
    on_top("a slug with an underscore", "slug: bai_viet", "bad-slug", "bai-viet"),
    on_top("an old address in full", "aliases: [https://cu.example/tin/1.html]", "bad-alias", "/tin/1.html"),
    on_top("an old address with backslashes", r"aliases: [\tin\1.html]", "bad-alias", "/tin/1.html"),
    on_top("an old address with a query without a name", "aliases: ['/tin.aspx?5']", "bad-alias"),
    on_top("an old address with its fragment", "aliases: ['/tin.aspx?id=5#top']", "bad-alias", "/tin.aspx?id=5"),
    on_top(
        "a source without a scheme",
        "source: {name: Báo, url: www.moj.gov.vn}",
        "bad-url",
        "https://www.moj.gov.vn",
    ),
    on_top(
        "a source with one slash",
        "source: {name: Báo, url: https:/moj.gov.vn/a}",
        "bad-url",
        "https://moj.gov.vn/a",
    ),
    on_top(
        "a source with a space in its path",
        "source: {name: Báo, url: https://moj.gov.vn/van ban}",
        "bad-url",
        "https://moj.gov.vn/van%20ban",
    ),
    on_top("a source that is no address", "source: {name: Báo, url: trang chủ}", "bad-url"),
    of_agency("a website without a scheme", "website: moj.gov.vn/vbpq\n", "bad-url", 2, "https://moj.gov.vn/vbpq"),
    of_agency("a website with a scheme mistyped", "website: htttp://moj.gov.vn\n", "bad-url", 2, "http://moj.gov.vn"),
    of_agency("a website with backslashes", "website: https:\\\\moj.gov.vn\n", "bad-url", 2, "https://moj.gov.vn"),
    of_agency("mail for a website", "website: vanthu@moj.gov.vn\n", "bad-url", 2),
)
SETTINGS = (
    Mistake(
        "settings: the language by its name",
        {SITE_PATH: SITE.replace("language: vi", "language: tiếng Việt")},
        "bad-choice",
        3,
        "vi",
        path=SITE_PATH,
    ),
    Mistake(
        "settings: the time zone as an offset",
        {SITE_PATH: SITE.replace("Asia/Ho_Chi_Minh", "GMT+7")},
        "bad-timezone",
        4,
        "Asia/Ho_Chi_Minh",
        path=SITE_PATH,
    ),
    Mistake(
        "settings: the time zone of Hà Nội",
        {SITE_PATH: SITE.replace("Asia/Ho_Chi_Minh", "Asia/Hanoi")},
        "bad-timezone",
        4,
        "Asia/Ho_Chi_Minh",
        path=SITE_PATH,
    ),
    Mistake(
        "settings: the address of the site without a scheme",
        {SITE_PATH: SITE.replace("https://bantin.example/", "bantin.example")},
        "bad-base-url",
        2,
        "https://bantin.example/",
        path=SITE_PATH,
    ),
    of_site("a search without marks", "search: tat\n", "bad-choice", "off"),
    of_site("the day of the counter", "counter:\n  mode: off\n  start_date: 1/6/2020\n", "bad-date", "2020-06-01", 3),
    of_site("a link without a scheme", "links:\n  - www.moj.gov.vn\n", "bad-url", "https://www.moj.gov.vn", 2),
    of_site("a link to mail", "links:\n  - vanthu@moj.gov.vn\n", "bad-url", "mailto:vanthu@moj.gov.vn", 2),
    of_site("a link to a telephone", "links:\n  - 024 3733 6213\n", "bad-url", "tel:02437336213", 2),
    of_site("a number with a unit", "page_size: 20 bài\n", "bad-number", "20"),
)
DATES = (
    signed("with slashes", "20/04/2020", "2020-04-20"),
    signed("with hyphens", "20-04-2020", "2020-04-20"),
    signed("with full stops", "20.04.2020", "2020-04-20"),
    signed("with spaces about the slashes", "20 / 4 / 2020", "2020-04-20"),
    signed("with the year in two digits", "20/04/20", "2020-04-20"),
    signed("in words", "ngày 20 tháng 4 năm 2020", "2020-04-20"),
    signed("in words without the first and the last", "20 tháng 4, 2020", "2020-04-20"),
    signed("with the place, as letters begin", "'Hà Nội, ngày 20 tháng 4 năm 2020'", "2020-04-20"),
    signed("all in words", "ngày hai mươi tháng tư năm 2020", "2020-04-20"),
    signed("a month with a slash", "4/2020", "2020-04"),
    signed("a month in words", "tháng 4/2020", "2020-04"),
    signed("a month by its name", "tháng Tư năm 2020", "2020-04"),
    signed("a year in words", "năm 2019", "2019"),
    signed("the year first, with slashes", "2020/04/20", "2020-04-20"),
    signed("without the zeros", "2020-4-5", "2020-04-05"),
    signed("with a weekday", "'Thứ Hai, 20/04/2020'", "2020-04-20"),
    signed("in English", "20 April 2020", "2020-04-20"),
    signed("in English, the month first", "'Apr 20, 2020'", "2020-04-20"),
    signed("a day that may be a month", "03/04/2020", "2020-04-03"),
    signed("the month first", "04/20/2020", "2020-04-20"),
    signed("the number that Excel makes of it", "43941", "2020-04-20"),
    signed("without any sign", "20042020", "2020-04-20"),
    signed("the day unknown", "'??/04/2020'", "2020-04"),
    signed("the year unknown", "18/8 (không rõ năm)", "XXXX-08-18"),
    signed("about a month", "khoảng tháng 11/2012", "2012-11~"),
    signed("about a year", "khoảng năm 2012", "2012~"),
    signed("in doubt", "2012 (?)", "2012?"),
    signed("with a time that it does not need", "09h30 ngày 20/04/2020", "2020-04-20"),
    signed("a day that there is not", "31/02/2020", code="impossible-date"),
    signed("no date", "hôm qua", code="bad-date"),
    published("Vietnamese, with a time", "20/05/2020 09:30", "2020-05-20T09:30+07:00"),
    published("the time first", "09h30 ngày 20/05/2020", "2020-05-20T09:30+07:00"),
    published("an h in the time", "2020-05-20T09h30", "2020-05-20T09:30+07:00"),
    published("in words", "9 giờ 30 phút, ngày 20 tháng 5 năm 2020", "2020-05-20T09:30+07:00"),
    published("of a Vietnamese Windows", "20/05/2020 09:30 CH", "2020-05-20T21:30+07:00"),
    published("of a program, without its zone", "2020-05-20T22:26:05.123", "2020-05-20T22:26:05+07:00"),
    published("without its zone", "2020-05-20T22:26", "2020-05-20T22:26+07:00", "naive-time"),
    published("without its zone, in full", "2020-05-20 22:26:05", "2020-05-20T22:26:05+07:00", "naive-time"),
    published("with half a zone", "2020-05-20T22:26+7", "2020-05-20T22:26+07:00"),
    published("an hour that there is not", "2020-05-20T25:00+07:00", code="impossible-date"),
    on_top("an update without its time", "updated: 2020-05-21", "bad-time"),
    on_top("an update as it is typed", "updated: 21/05/2020 8h", "bad-date", "2020-05-21T08:00+07:00"),
    on_top("an update without its zone", "updated: 2020-05-21 08:00", "naive-time", "2020-05-21T08:00+07:00"),
    more("an end that is said", "expires_on: đến hết ngày 31/12/2030", "bad-date", "2030-12-31"),
    more("a date of effect that is said", "effective_on: kể từ ngày ký 15/5/2020", "bad-date", "2020-05-15"),
    more("a date of effect as it is typed", "effective_on: 15/5/2020", "bad-date", "2020-05-15"),
    more("an end as it is typed", "expires_on: 31/12/2030", "bad-date", "2030-12-31"),
)

MISTAKES: tuple[Mistake, ...] = (*NAMES, *RELATIONS, *WORDS, *NUMBERS, *SETTINGS, *DATES)
