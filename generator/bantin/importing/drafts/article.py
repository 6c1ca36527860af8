"""Makes the draft of an article: what a page says of a piece of news, and of the agreement that it tells of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from bantin.content.discover import CONTENT
from bantin.content.schema.aliases import alias_of
from bantin.content.schema.invalid import Invalid
from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.domain.text.guesses import guess_comment
from bantin.domain.text.one_line import one_line
from bantin.importing.drafts.agreement import UNKNOWN, AgreementKeys, agreement_keys
from bantin.importing.drafts.body import markdown
from bantin.importing.drafts.draft import Attached, Draft, DraftKind
from bantin.importing.drafts.found_nodes import NOT_SAID, evidence_of, items_of, scalar_of
from bantin.importing.drafts.ids import Ids
from bantin.importing.drafts.places import evidence_words
from bantin.importing.drafts.values import values_in
from bantin.importing.drafts.yaml_writer import Items, Node, Scalar, Section, commented_out, front_matter, section
from bantin.importing.facts.model import Evidence, NewsFacts
from bantin.importing.material import File, Notice, Picture

_UNDATED = "undated"
_YEAR = re.compile(r"(\d{4})")
_NO_TITLE = Label("nguồn không có tiêu đề", "the source has no headline")
_UNTITLED = Label("Chưa có tiêu đề", "Without a headline")
_INCOMPLETE = Label(
    "# Nguồn chưa đủ để lập bản ghi văn bản (còn thiếu: {missing}). Bổ sung xong thì bỏ dấu # ở đầu các dòng sau.\n",
    "# The source does not say enough for a record (missing: {missing}). Add it, and take the # off these lines.\n",
)
_UNSEEN = Label("Ảnh trong bài", "A photo of the article")
_UNDESCRIBED = Label(
    "# Ảnh {name} trong bài chưa có lời tả; hãy viết thay cho “{words}”.",
    "# The photo {name} in the text has no description; write one in the place of “{words}”.",
)
_NO_PICTURE = Label(
    "# Ảnh không có trong nguồn; chú thích: {caption}\n",
    "# A photo that is not in the source; its caption: {caption}\n",
)
_ONLY_DAY = Label(
    "# Nguồn ghi ngày cập nhật mà không ghi giờ: {day}\n",
    "# The source has the day of the last change without a time: {day}\n",
)


class Page(Struct, frozen=True):
    """A page to make an article of: its name and old address, what it says, and its pictures by their paths in it."""

    name: str
    address: str
    news: NewsFacts
    pictures: Mapping[str, File] = {}
    notices: tuple[Notice, ...] = ()


def article_draft(page: Page, key: str, ids: Ids, language: Language) -> Draft:
    """Makes the draft. Pictures that are there lie beside it; captions of others are kept as comments."""
    news = page.news
    lead_to = [agreement_keys(one, ids, language) for one in news.agreements]
    whole = [one for one in lead_to if not one.missing]
    head = _head(page, ids, language)
    keys = section({**head, "agreement": whole[0].keys if len(whole) == 1 else None})
    rest = [one for one in lead_to if len(whole) != 1 or one.missing]
    title = news.title.value if news.title else ""
    text = "".join(
        (
            "---\n",
            front_matter(keys),
            *(_incomplete(one, language) for one in rest),
            *_missing_pictures(page, language),
            *_undescribed(page, language),
            *_day_of_change(news, language),
            "---\n\n",
            f"{markdown(news.body, partial(_picture, page, language))}\n",
        )
    )
    year = _year(news)
    return Draft(
        DraftKind.ARTICLE,
        key,
        f"{CONTENT}/articles/{year}",
        title or (news.lead.value if news.lead else page.name.rpartition(".")[0]),
        text,
        title,
        values=tuple(values_in(keys)),
        open=tuple(_open_keys(head, lead_to)),
        attached=tuple(Attached(file.name, file.data) for file in _files(page)),
        left_out=news.left_out,
        notices=page.notices,
    )


def _head(page: Page, ids: Ids, language: Language) -> dict[str, Node | None]:
    news = page.news
    unsaid = Scalar(UNKNOWN, NOT_SAID.text(language))
    mark = partial(scalar_of, language=language)
    return {
        "title": mark(news.title) or Scalar(_UNTITLED.text(language), _NO_TITLE.text(language)),
        "published": mark(news.published) or unsaid,
        "updated": None if _has_no_time(news) else mark(news.updated),
        "draft": Scalar("true"),
        "lead": mark(news.lead) or unsaid,
        "authors": items_of(news.authors, language) or unsaid,
        "source": _source(news, language),
        "section": _section(news, ids, language),
        "tags": items_of(news.tags, language),
        "photos": _photos(page, language),
        "aliases": Items((Scalar(page.address),)) if _is_alias(page.address) else None,
    }


def _is_alias(address: str) -> bool:
    """Whether servers can redirect from an old address."""
    try:
        alias_of(address)
    except Invalid:
        return False
    return bool(address)


def _section(news: NewsFacts, ids: Ids, language: Language) -> Scalar | None:
    """The section of the bulletin with the name that the old portal gives it, if there is one."""
    known = ids.known.section_id(news.section.value) if news.section else ""
    return Scalar(known, evidence_of(news.section, language)) if news.section and known else None


def _source(news: NewsFacts, language: Language) -> Node | None:
    """Where the news was taken from; a code alone is the name as well, since the source says no other."""
    name, code = news.source_name or news.source_code, news.source_code
    if name is None:
        return None
    return section({"name": scalar_of(name, language), "code": scalar_of(code, language)})


def _photos(page: Page, language: Language) -> Items | None:
    """The photos that are there; what one shows is its alternative text, else its caption."""
    items: list[Node] = []
    for picture in page.news.photos:
        file = page.pictures.get(picture.path)
        if file and not _is_in_body(page, picture):
            shows = picture.alt or picture.caption or _UNSEEN.text(language)
            evidence = "" if picture.alt else evidence_words(Evidence(picture.caption, picture.place), language)
            keys: dict[str, Node | None] = {
                "src": Scalar(file.name),
                "alt": Scalar(shows, evidence),
                "caption": Scalar(picture.caption) if picture.caption else None,
            }
            items.append(section(keys))
    return Items(tuple(items)) if items else None


def _is_in_body(page: Page, picture: Picture) -> bool:
    return picture in page.news.body


def _picture(page: Page, language: Language, picture: Picture) -> str:
    """A picture within the text: its file beside the article; its caption alone if there is none."""
    file = page.pictures.get(picture.path)
    caption = one_line(picture.caption)
    if file is None:
        return ""
    title = ' "{}"'.format(caption.replace('"', "”")) if caption else ""
    alt = (picture.alt or caption or _UNSEEN.text(language)).replace("[", "(").replace("]", ")")
    return f"![{alt}]({file.name}{title})"


def _missing_pictures(page: Page, language: Language) -> Iterator[str]:
    for picture in page.news.photos:
        if picture.path not in page.pictures and picture.caption:
            caption = one_line(picture.caption)
            yield _NO_PICTURE.text(language).format(caption=caption)


def _undescribed(page: Page, language: Language) -> Iterator[str]:
    """Comments that mark the pictures in the text of which the source does not say what they show."""
    shown = (one for one in page.news.body if isinstance(one, Picture) and not one.alt and not one_line(one.caption))
    for file in dict.fromkeys(page.pictures[one.path] for one in shown if one.path in page.pictures):
        words = _UNDESCRIBED.text(language).format(name=file.name, words=_UNSEEN.text(language))
        yield f"{words}  {guess_comment(NOT_SAID.text(language))}\n"


def _has_no_time(news: NewsFacts) -> bool:
    """Whether the last change is only a day, which the key ``updated`` cannot say."""
    return news.updated is not None and "T" not in news.updated.value


def _day_of_change(news: NewsFacts, language: Language) -> Iterator[str]:
    if news.updated and _has_no_time(news):
        yield _ONLY_DAY.text(language).format(day=news.updated.value)


def _files(page: Page) -> Iterator[File]:
    seen = dict.fromkeys(picture.path for picture in page.news.photos if picture.path in page.pictures)
    return (page.pictures[path] for path in seen)


def _incomplete(keys: AgreementKeys, language: Language) -> str:
    if not keys.keys.items:
        return ""
    missing = ", ".join(keys.missing)
    return _INCOMPLETE.text(language).format(missing=missing) + commented_out(Section((("agreement", keys.keys),)))


def _open_keys(head: Mapping[str, Node | None], agreements: Iterable[AgreementKeys]) -> Iterator[str]:
    yield from (key for key, node in head.items() if isinstance(node, Scalar) and node.text == UNKNOWN)
    for one in agreements:
        yield from (f"agreement.{key}" for key in dict.fromkeys((*one.missing, *one.open)))


def _year(news: NewsFacts) -> str:
    """The year of publication, for the folder of the article."""
    match = _YEAR.match(news.published.value) if news.published else None
    return match[1] if match else _UNDATED
