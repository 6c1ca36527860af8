"""Mistakes in letters: legacy encodings, invisible characters, signs of other alphabets."""

from tests.bulletins import COMPLETE
from tests.domain.text.garblers import in_mojibake, in_tcvn3, in_viscii, in_vni, in_windows_1252, in_windows_1258
from tests.mistakes.mistake import ARTICLE_PATH, TEXT_LINE, Mistake, in_article, in_text, line_of

TITLE = "title: Hai cơ quan ký quy chế"
LEAD = "lead: Sa-pô."
NAME = "Nguyễn Văn A"
AGENCY_PATH = "content/agencies/co-quan-a.yml"
CEREMONY = "Lễ ký kết Quy chế phối hợp"
LEGACY, UNSEEN, ALIKE = "legacy-encoding", "invisible-character", "look-alike-letter"


def in_title(title: str, code: str, mended: str = "", name: str = "") -> Mistake:
    return Mistake(name, in_article(TITLE, f"title: {title}"), code, line_of(TITLE), mended=mended)


def in_lead(lead: str, code: str, mended: str = "", name: str = "") -> Mistake:
    return Mistake(name, in_article(LEAD, f"lead: {lead}"), code, line_of(LEAD), mended=mended)


def in_body(text: str, code: str, mended: str = "", name: str = "") -> Mistake:
    return Mistake(name, in_text(f"{text}\n"), code, TEXT_LINE, mended=mended)


def in_name(signatory: str, code: str, mended: str = "", name: str = "") -> Mistake:
    return Mistake(name, in_article(NAME, signatory), code, line_of(NAME), mended=mended)


def whole_file(data: bytes, name: str, line: int = 2) -> Mistake:
    return Mistake(name, {ARTICLE_PATH: data}, "not-utf8", line)


ARTICLE = COMPLETE[ARTICLE_PATH]

MISTAKES = (
    # A single word in a legacy encoding.
    in_title(in_tcvn3(CEREMONY), LEGACY, CEREMONY, name="a title in TCVN3"),
    in_title("céng hßa x· héi chñ nghÜa", LEGACY, "cộng hòa xã hội chủ nghĩa", name="a title in capitals of .VnTimeH"),
    in_lead(in_vni(CEREMONY), LEGACY, CEREMONY, name="a lead in VNI"),
    in_title(in_vni("LỄ KÝ KẾT QUY CHẾ"), LEGACY, "LỄ KÝ KẾT QUY CHẾ", name="a title in capitals of VNI"),
    in_title(in_viscii(CEREMONY), LEGACY, CEREMONY, name="a title in VISCII"),
    in_lead(in_windows_1252(CEREMONY), LEGACY, CEREMONY, name="a lead of Windows-1258 as Windows-1252"),
    in_lead(in_mojibake(CEREMONY), LEGACY, CEREMONY, name="a lead of UTF-8 as Windows-1252"),
    in_lead("CĂ´ng an tá»‰nh", LEGACY, "Công an tỉnh", name="a lead of UTF-8 as Windows-1258"),
    in_name(in_tcvn3("Nguyễn Văn Hùng"), LEGACY, "Nguyễn Văn Hùng", name="a name in TCVN3"),
    in_body(
        f"Hai bên thống nhất: {in_vni('Công an các tỉnh phối hợp')}",
        LEGACY,
        "Công an các tỉnh phối hợp",
        name="words in VNI",
    ),
    Mistake(
        "a cell in TCVN3",
        in_text("| Cơ quan | Việc |\n|---|---|\n| Bộ Công an | V¨n phßng chñ tr× |\n"),
        LEGACY,
        TEXT_LINE + 2,
        mended="Văn phòng chủ trì",
    ),
    Mistake(
        "a paragraph in TCVN3",
        in_text(f"Hai bên ký.\n\n{in_tcvn3('Hai bên thống nhất hằng năm luân phiên chủ trì sơ kết. ') * 4}\n"),
        LEGACY,
        TEXT_LINE + 2,
    ),
    Mistake(
        "the name of an agency in TCVN3",
        {AGENCY_PATH: f"name: {in_tcvn3('Văn phòng Quốc hội')}\n"},
        LEGACY,
        1,
        mended="Văn phòng Quốc hội",
        path=AGENCY_PATH,
    ),
    # A whole file in a legacy encoding.
    whole_file(
        in_tcvn3(ARTICLE.replace("Nội dung.", "Văn phòng Quốc hội")).encode("latin-1", "replace"), "a file in TCVN3"
    ),
    whole_file(in_vni(ARTICLE).encode("latin-1", "replace"), "a file in VNI"),
    whole_file(in_viscii(ARTICLE).encode("latin-1", "replace"), "a file in VISCII"),
    whole_file(in_windows_1258(ARTICLE), "a file in Windows-1258"),
    whole_file(ARTICLE.encode("utf-16"), "a file in UTF-16", line=1),
    whole_file(ARTICLE.encode("utf-16-le"), "a file in UTF-16 without a mark", line=1),
    Mistake(
        "a file in UTF-16 that is all ASCII",
        {AGENCY_PATH: "name: Office of the Assembly\n".encode("utf-16-be")},
        "not-utf8",
        1,
        path=AGENCY_PATH,
    ),
    # Invisible characters.
    in_title("Bộ\u200bCông an ký quy chế", UNSEEN, "BộCông", name="a zero-width space in a title"),
    in_name("Nguyễn Văn\u200b A", UNSEEN, "Văn", name="a zero-width space in a name"),
    in_name("Nguyễn V\u00adăn A", UNSEEN, "Văn", name="a soft hyphen in a name"),
    in_title("Hai cơ\u2060 quan ký quy chế", UNSEEN, "cơ", name="a word joiner in a title"),
    in_title("Hai cơ \u200d quan ký quy chế", UNSEEN, "cơ", name="a joiner between two words"),
    in_body("Hai bên \u200eký quy chế.", UNSEEN, "ký", name="a mark of direction in the text"),
    in_body("Hai bên ký quy\ufe0f chế.", UNSEEN, "quy", name="a variation selector in the text"),
    Mistake(
        "a zero-width space in the name of an agency",
        {AGENCY_PATH: "name: Cơ quan\u200b A\n"},
        UNSEEN,
        1,
        mended="quan",
        path=AGENCY_PATH,
    ),
    in_title("Hai cơ quan\u2003ký quy chế", "odd-space", "quan ký", name="an em space in a title"),
    in_name("Nguyễn\u3000Văn A", "odd-space", "Nguyễn Văn", name="an ideographic space in a name"),
    in_name("Nguyễn\u202fVăn A", "odd-space", "Nguyễn Văn", name="a narrow space in a name"),
    # Lost characters.
    in_body("Hai bên k\ufffd quy chế.", "lost-character", name="a letter that was lost"),
    in_body("\uf0b7 Hai bên ký quy chế.", "lost-character", "-", name="a bullet of Wingdings"),
    in_body("\uf0a7\tHai bên ký quy chế.", "lost-character", "-", name="a bullet of Wingdings and a tab"),
    in_body("Hai bên đã ký \uf0fc", "lost-character", "✓", name="a tick of Wingdings"),
    in_body("Quy\ufffc chế đã được ký.", "lost-character", "Quy", name="a picture that was lost"),
    in_title("Hai cơ quan ký\uf020quy chế", "lost-character", "kýquy", name="a sign of a font in a title"),
    # Combining marks, other alphabets, other forms of letters.
    in_body("Hai bộ\u0323 ký quy chế.", "stray-mark", "bộ", name="a tone typed twice"),
    in_title("Hai cơ quan ký\u0300 quy chế", "stray-mark", "ký", name="two tones on a letter"),
    in_body("Hai bên \u0301 ký quy chế.", "stray-mark", "bên", name="a tone on a space"),
    in_title("Hai cơ quan ký quy сhế", ALIKE, "chế", name="a Cyrillic letter in a title"),
    in_name("Nguyễn Văn А", ALIKE, "A", name="a Cyrillic letter as a name"),
    in_body("Số 01/QCPH-ВСА đã ký.", ALIKE, "01/QCPH-BCA", name="Cyrillic letters in a number"),
    in_title("Hai cơ quan ký quy chế Ηợp tác", ALIKE, "Hợp", name="a Greek letter in a title"),
    in_title("Ｈai cơ quan ký quy chế", ALIKE, "Hai", name="a wide letter in a title"),
    in_lead("Ký năm ２０２０.", ALIKE, "2020", name="wide digits in a lead"),
    in_title("𝐇𝐚𝐢 cơ quan ký quy chế", ALIKE, "Hai", name="bold letters of formulas in a title"),
    in_body("Quy chế gồm chương Ⅳ.", ALIKE, "IV", name="a sign of a Roman numeral"),
    in_body("Hai cơ quan đã xác nhận hồ sơ ofﬁce.", ALIKE, "office", name="letters joined in a PDF"),
    in_name("Nguyễn Mınh A", ALIKE, "Minh", name="an i without its dot"),
    in_name("Nguyễn Vǎn A", ALIKE, "Văn", name="a caron for a breve"),
    in_body("Quy chế S° 01 đã được ký.", ALIKE, "Số", name="a degree for an o with a hat"),
    in_title("Ðoàn công tác ký quy chế", ALIKE, "Đ", name="an Icelandic letter for Đ"),
    Mistake(
        "a dash in the number of the agreement",
        in_article("  signed_on:", "  number: 01/QCPH–CQA-CQB\n  signed_on:"),
        "odd-dash",
        line_of("signed_on"),
        mended="01/QCPH-CQA-CQB",
    ),
    in_body("Quy chế số 01/QCPH−CQA đã được ký.", "odd-dash", "01/QCPH-CQA", name="a minus in a number"),
    in_body("Quy chế số 01/QCPH‑CQA đã được ký.", "odd-dash", "01/QCPH-CQA", name="a hyphen that does not break"),
)
