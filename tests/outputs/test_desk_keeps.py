"""The desk in a browser keeps what it is given: in a file that it saves, only what was changed is different."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bulletins import COMPLETE, SITE, write
from tests.outputs.desk import LONG, READ, add, built_with_desk, fill, opened_desk, part, save

SETTINGS = {"content/site.yml": f"{SITE}editors: {{backend: test-repo}}\n"}
# What the guides for editors teach, and what comes from Word.
TEXTS = {
    "emphasis": "Chữ **đậm**, *nghiêng*, __đậm__, _nghiêng_, ***cả hai***.",
    "strikethrough": "~~Bỏ~~ và giữ.",
    "tildes": "Tăng ~5% (2012~2015), H~2~O.",
    "escaped tildes": r"Tăng \~5%, \$10, a \| b.",
    "escaped signs": r"\! \" \# \$ \% \& \' \( \) \* \+ \, \- \. \/ \: \; \< \= \> \? \@ \[ \\ \] \^ \_ \` \{ \| \} \~",
    "backslash at the end of a line": "Một\\\nhai\\\nba.",
    "blanks at the end of a line": "Một  \nhai   \nba.",
    "backslashes": r"Tệp \\may-chu\chung\bai.docx, C:\vanban.",
    "angle brackets": "Kính gửi <BỘ CÔNG AN>, vốn <a b> đồng, 3 < 5 > 2.",
    "html": "<details>\n<summary>Xem</summary>\n\nChữ **đậm**.\n\n</details>",
    "html in a line": "H<sub>2</sub>O, m<sup>2</sup><br>dòng mới.",
    "entities": "&nbsp;&amp;&lt;&#8211; AT&T.",
    "code": "Giữ `mã`, `` a`b `` và `x | y`.",
    "fenced code": "```\nkhối mã\n  thụt\n```\n\n~~~yaml\na: 1\n~~~",
    "indented code": "Mã:\n\n    dòng một\n\n    dòng hai",
    "indented code at the beginning": "    dòng một\n    dòng hai\n\nĐoạn.",
    "headings": "## Một\n\n### Hai {#hai}\n\nBa\n---\n\nBốn\n===",
    "bullets": "- một\n- hai\n  - ba\n- bốn",
    "bullets of all kinds": "* một\n* hai\n\n+ ba\n+ bốn",
    "loose list": "- một\n\n- hai\n\n  đoạn của hai\n\n- ba",
    "numbers": "1. một\n2. hai\n4. bốn",
    "all numbered one": "1. một\n1. hai\n1. ba",
    "numbers with brackets": "1) một\n2) hai",
    "tasks": "- [ ] chưa xong\n- [x] đã xong",
    "list below a line": "Gồm:\n- một\n- hai",
    "lettered points": "1. Bộ B:\na) cử đầu mối;\nb) trả lời;\nđ) báo cáo.",
    "provisions": "Căn cứ Luật số 55/2024/QH15;\n\nĐiều 1. Phạm vi\n1. Một.\n1.1. Một một.\n\nKhoản 2\nChương II",
    "table with alignment": "| A | B | C |\n|:--|:-:|--:|\n| 1 | 2 | 3 |",
    "table with bars": "| A | B |\n|---|--:|\n| x \\| y | `a \\| b` |\n| | 2 |",
    "table without bars at its ends": "A | B\n--|--\n1 | 2",
    "table of tabs": "Tỉnh\tSố\nA\t1\nB\t2",
    "quotations": "> Một\n> > hai\n>\n> ba",
    "rules": "Một\n\n***\n\nhai\n\n- - -",
    "links": '[chữ](https://a.example/x?a=1&b=2 "Tên"), <https://b.example>, https://c.example/a_b, [t][1].\n\n[1]: /x',
    "own links": "Xem [bài](../2020/bai.md#dieu-5), [điều](#dieu-5).",
    "photos": '![ảnh cho thấy gì](le-ky.jpg "Chú thích")',
    "footnotes": "Luật[^luat] và nghị định[^2].\n\n[^luat]: Luật số 55.\n\n    Đoạn hai.\n[^2]: Nghị định.",
    "shortcodes": '{{< anh src="a.jpg" >}}\n\n{{ mau }} {% the %} [[wiki]] {:.lop}',
    "signs of Word": "• một\n– hai\n● ba “nháy” ‘đơn’ … ½",
    "blank lines and blanks": "Một\n\n\n\nhai  ba\u00a0bốn\tnăm\n \nsáu",
}
FRONT = """\
# Ghi chú của ban biên tập.
title: 'Trang: {name}'  # tên trên trang
lead: >-
  Sa-pô
  hai dòng.
draft: no
"""
ARTICLE = "content/articles/2020/bai.md"
FACTS = """\
---
# Bài này do hai người viết.
title: "Hai bộ: ký Quy chế"  # xem lại
authors:
- Nguyễn Văn A

tags: [Biển, 'Đảo']
published: 2020-05-06T08:30+07:00
agreement:
    # Theo bản ký.
    number: 012   # có số 0
    type: quy-che
    title: Quy chế
    parties: [co-quan-a, {agency: co-quan-b, lead: yes}]
    fields: an-ninh
    signed_on: 2020-05-01
    clauses: 12

    scope: CENTRAL
    effective_on: unknown
    events: unknown   # chưa hỏi
    review: unknown
lead: Sa-pô.   # ngắn
---


Đoạn.
"""


VOCABULARY_PATH = "content/vocabulary.yml"
VOCABULARY = """\
# Danh mục của bản tin.
types:
  # Hay dùng nhất.
  quy-che:
    vi: Quy chế  # tên đầy đủ
    en: Regulation
  ke-hoach: {vi: Kế hoạch, en: Plan}
  cong-van: "Công văn"

fields:
    an-ninh: {vi: An ninh, en: Security}   # từ 2020
glossary:
  kt:
    word: KT.
    meaning:
      vi: Ký thay.
"""
AGENCY = {"content/agencies/co-quan-b.yml": "# Tên mới từ 2025.\nname: Cơ quan B\nlevel: Central\n"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin with a page for each text; these are not built, since they have links that lead nowhere."""
    root = built_with_desk(tmp_path_factory.mktemp("desk"), COMPLETE, SETTINGS, AGENCY)
    return write(
        root,
        {path_of(number): page_of(number) for number in range(len(TEXTS))},
        {ARTICLE: FACTS, VOCABULARY_PATH: VOCABULARY},
    )


@pytest.fixture
def desk(browser: Browser, site: Path) -> Iterator[Page]:
    """The desk, signed in."""
    with opened_desk(browser, site) as page:
        yield page


def path_of(number: int) -> str:
    return f"content/pages/trang-{number}.md"


def page_of(number: int) -> str:
    name, text = list(TEXTS.items())[number]
    return f"---\n{FRONT.format(name=name)}---\n\n{text}\n"


def open_at(page: Page, place: str) -> None:
    """Opens the form at ``place``, and waits for its last field."""
    page.goto(f"{page.url.partition('#')[0]}#/collections/{place}")
    expect(part(page, "body").get_by_role("textbox")).to_be_visible(timeout=LONG)


def test_no_byte_of_a_text_changes_with_its_title(desk: Page) -> None:
    assert len(TEXTS) == 40
    before = desk.evaluate(READ)
    for number, name in enumerate(TEXTS):
        open_at(desk, f"pages/entries/trang-{number}")
        fill(desk, title=f"Mới: {name}")
        save(desk)
    changed = {path: text for path, text in desk.evaluate(READ).items() if text != before.get(path)}
    assert changed == {path_of(number): page_of(number).replace("'Trang: ", "'Mới: ") for number in range(len(TEXTS))}


def test_what_is_written_is_saved_as_it_was_typed(desk: Page) -> None:
    open_at(desk, "pages/entries/trang-0")
    body = part(desk, "body").get_by_role("textbox")
    body.click()
    desk.keyboard.press("Control+Home")
    desk.keyboard.type("Tăng ~5% (2012~2015), vốn <a b> :a: đồng.\n\n")
    text = save(desk)[path_of(0)]
    assert text == page_of(0).replace("Chữ **đậm**", "Tăng ~5% (2012~2015), vốn <a b> :a: đồng.\n\nChữ **đậm**")


def test_comments_quotes_and_order_stay_where_a_fact_changes(desk: Page) -> None:
    open_at(desk, "articles-2020/entries/bai")
    part(desk, "agreement").get_by_role("button", name="Mở rộng").first.click()
    fill(desk, title="Hai bộ: ký Kế hoạch", agreement__number="013", agreement__title="Kế hoạch", lead="")
    text = save(desk)[ARTICLE]
    assert text == (
        FACTS.replace("ký Quy chế", "ký Kế hoạch")
        .replace("number: 012   #", "number: 013   #")
        .replace("    title: Quy chế", "    title: Kế hoạch")
        .replace("lead: Sa-pô.   # ngắn\n", "")
    )


def test_a_file_without_a_text_keeps_its_comments(desk: Page) -> None:
    path = "content/agencies/co-quan-b.yml"
    desk.goto(f"{desk.url.partition('#')[0]}#/collections/agencies/entries/co-quan-b")
    fill(desk, name__vi="Cơ quan Bê")
    assert save(desk)[path] == "# Tên mới từ 2025.\nname:\n  vi: Cơ quan Bê\nlevel: Central\n"


def open_vocabulary(page: Page) -> None:
    """Opens the vocabulary, with all of its entries unfolded."""
    page.goto(f"{page.url.partition('#')[0]}#/collections/settings/entries/vocabulary")
    for path, field in (("types", "types.0.vi"), ("glossary", "glossary.0.meaning.vi")):
        part(page, path).get_by_role("button", name="Mở rộng", exact=True).first.click()
        expect(part(page, field).get_by_role("textbox")).to_be_visible(timeout=LONG)


def save_vocabulary(page: Page) -> Mapping[str, str]:
    """Saves, and gives back every file as it is then."""
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("grid", name="Tệp")).to_be_visible(timeout=LONG)
    found: dict[str, str] = page.evaluate(READ)
    return found


def test_one_label_of_the_vocabulary_is_one_line_of_its_file(desk: Page) -> None:
    before = desk.evaluate(READ)
    assert before[VOCABULARY_PATH] == VOCABULARY
    open_vocabulary(desk)
    fill(desk, types__0__vi="Quy chế phối hợp")
    changed = VOCABULARY.replace("vi: Quy chế  #", "vi: Quy chế phối hợp  #")
    assert save_vocabulary(desk) == {**before, VOCABULARY_PATH: changed}
    # What is changed back is as it was, byte for byte.
    open_vocabulary(desk)
    fill(desk, types__0__vi="Quy chế")
    assert save_vocabulary(desk) == before
    open_vocabulary(desk)
    fill(desk, types__0__en="Rules", glossary__0__meaning__vi="Ký thay người đứng đầu.")
    changed = VOCABULARY.replace("Regulation", "Rules").replace("Ký thay.", "Ký thay người đứng đầu.")
    assert save_vocabulary(desk) == {**before, VOCABULARY_PATH: changed}


def test_a_label_in_a_short_form_changes_its_own_lines_only(desk: Page) -> None:
    open_vocabulary(desk)
    for index, label in ((1, "Kế hoạch chung"), (2, "Công văn: mới")):
        part(desk, "types").get_by_role("button", name="Mở rộng", exact=True).first.click()
        fill(desk, **{f"types__{index}__vi": label})
    plan = "  ke-hoach:\n    vi: Kế hoạch chung\n    en: Plan\n"
    letter = "  cong-van:\n    vi: 'Công văn: mới'\n"
    assert save_vocabulary(desk)[VOCABULARY_PATH] == (
        VOCABULARY.replace("  ke-hoach: {vi: Kế hoạch, en: Plan}\n", plan).replace('  cong-van: "Công văn"\n', letter)
    )


def test_a_term_is_added_where_it_belongs_and_taken_out_again(desk: Page) -> None:
    open_vocabulary(desk)
    add(desk, "types")
    fill(desk, types__3__id="thoa-thuan", types__3__vi="Thỏa thuận")
    made = VOCABULARY.replace('"Công văn"\n', '"Công văn"\n  thoa-thuan:\n    vi: Thỏa thuận\n')
    assert save_vocabulary(desk)[VOCABULARY_PATH] == made
    open_vocabulary(desk)
    part(desk, "types").get_by_role("button", name="Gỡ bỏ", exact=True).last.click()
    assert save_vocabulary(desk)[VOCABULARY_PATH] == VOCABULARY


def test_no_id_is_used_twice(desk: Page) -> None:
    open_vocabulary(desk)
    add(desk, "types")
    fill(desk, types__3__id="quy-che", types__3__vi="Thỏa thuận")
    desk.get_by_role("button", name="Lưu", exact=True).click()
    expect(desk.get_by_text("Loại văn bản: mã “quy-che” được dùng hai lần.")).to_be_visible(timeout=LONG)
    assert desk.evaluate(READ)[VOCABULARY_PATH] == VOCABULARY


EDIT = """async ([script, text, was, now]) => {
  const { editedFrontMatter } = await import(script);
  const yaml = {
    parse: (text) => jsyaml.load(text, { schema: jsyaml.FAILSAFE_SCHEMA }),
    write: (value, more) => jsyaml.dump(value, { schema: jsyaml.FAILSAFE_SCHEMA, lineWidth: -1, ...more }),
    meaning: (text) => jsyaml.load(text, { schema: jsyaml.FAILSAFE_SCHEMA }) ?? {},
  };
  const before = was ?? yaml.parse(text);
  return editedFrontMatter(text, before, { ...before, ...now }, yaml);
}"""


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("a: 1\nb: 2\n", {"a": "3"}, "a: 3\nb: 2\n"),
        ("a: '1' # một\n", {"a": "x # y"}, "a: 'x # y' # một\n"),
        ('a: "1"\n', {"a": 'x "y"'}, 'a: "x \\"y\\""\n'),
        ("a: x#y\n", {"a": "z"}, "a: z\n"),
        ("# một\na: 1\n# hai\nb: 2\n# ba\n", {"b": "3"}, "# một\na: 1\n# hai\nb: 3\n# ba\n"),
        ("a:\n- 1\n# hai\n- 2\nb: 2\n", {"b": "3"}, "a:\n- 1\n# hai\n- 2\nb: 3\n"),
        ("a: |\n  # dòng\n\n  hai\nb: 2\n", {"b": "3"}, "a: |\n  # dòng\n\n  hai\nb: 3\n"),
        ("a:\n  b: 1 # x\n  c: 2\n", {"a": {"b": "1", "c": "3", "d": "4"}}, "a:\n  b: 1 # x\n  c: 3\n  d: 4\n"),
        ("b: 2\n", {"a": "x", "c": "y"}, "b: 2\na: x\nc: 'y'\n"),
        ("a: {b: 1, c: 2}\nd: 1\n", {"a": {"b": "2"}}, "a:\n  b: 2\nd: 1\n"),
        ("a: [1,\n  2]\nd: 1\n", {"d": "x"}, "a: [1,\n  2]\nd: x\n"),
        ("'a b': 1\n\"c\": 2\n", {"c": "x"}, "'a b': 1\nc: x\n"),
        # What refers to another place in the file cannot be edited on its own: all is written anew.
        ("a: &x {b: x}\nc: *x\n", {"a": {"b": "y"}}, "a:\n  b: 'y'\nc:\n  b: x\n"),
    ],
)  # fmt: skip
def test_a_key_is_written_where_it_stands(editing: Page, text: str, now: dict[str, object], expected: str) -> None:
    script = editing.evaluate("performance.getEntriesByType('resource').find((one) => one.name.includes('front')).name")
    assert editing.evaluate(EDIT, [script, text, None, now]) == expected


@pytest.fixture(scope="module")
def editing(browser: Browser, site: Path) -> Iterator[Page]:
    """The page of the desk, for what it does without a form."""
    with opened_desk(browser, site) as page:
        yield page
