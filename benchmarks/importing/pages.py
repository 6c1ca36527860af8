"""News of signings as saved pages of five portals."""

import io
import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from PIL import Image

from benchmarks.importing.facts import Source, terms_of
from benchmarks.importing.signings import Party, Signing, signings
from tests.importing.readers.pages.portals import LAYOUTS, Article, Photo, portal_page

PICTURE = "anh/le-ky.jpg"
_HANOI = timezone(timedelta(hours=7))
_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_BYLINES = ("Minh Mây", "Thu Sương", "Hoàng Gió - Lan Chớp", "Phòng Tổng hợp")
_CODES = ("", "CTTĐT", "CAO", "BBP")
_FILLERS = (
    "Thời gian qua, các đơn vị đã phối hợp giải quyết hơn 120 vụ việc, góp phần giữ vững an ninh, trật tự ở cơ sở.",
    "Phát biểu tại buổi lễ, lãnh đạo các đơn vị đề nghị cán bộ, chiến sĩ nghiêm túc triển khai các nội dung.",
    "Trước đó, ngày 12/3, đoàn công tác đã khảo sát tại 5 huyện và làm việc với chính quyền địa phương.",
    "Theo đó, các bên sẽ trao đổi thông tin, hỗ trợ nghiệp vụ và tuyên truyền, phổ biến pháp luật đến người dân.",
    "Luật có hiệu lực từ ngày 01/7/2007 giao các cơ quan trách nhiệm hướng dẫn, kiểm tra việc thực hiện tại địa bàn.",
    "Các đại biểu cũng trao đổi kinh nghiệm, thảo luận về những khó khăn, vướng mắc phát sinh từ thực tiễn công tác.",
)
_PARTS_OF_DAY = ("Sáng", "Chiều", "Ngày", "Sáng ngày")


def picture() -> bytes:
    """A picture that can stand beside every page."""
    data = io.BytesIO()
    Image.new("RGB", (640, 480), "teal").save(data, "JPEG")
    return data.getvalue()


def pages(each: int, seed: int = 1) -> Iterator[Source]:
    """Yields ``each`` pages of every portal."""
    for place, layout in enumerate(LAYOUTS):
        dice = random.Random(f"{seed} {layout}")
        for number, signing in enumerate(signings(each, seed=seed * 1000 + place)):
            yield page(f"{layout}-{number}.html", layout, signing, number, dice)


def page(name: str, layout: str, signing: Signing, number: int, dice: random.Random) -> Source:
    """The page of the news of ``signing`` in a layout."""
    news, facts = _told(signing, dice)
    posted = datetime.combine(signing.day, datetime.min.time(), _HANOI) + timedelta(
        days=1, hours=8, minutes=number % 60
    )
    shown = f"{_weekday(posted)}, {posted:%d/%m/%Y %H:%M}"
    photo = Photo(PICTURE, f"Quang cảnh lễ ký kết. Ảnh: {_BYLINES[0]}") if dice.random() < 0.5 else None
    article = Article(
        title=news[0],
        date_line=shown,
        moment=posted.isoformat(timespec="minutes"),
        lead=news[1],
        paragraphs=news[2:],
        photos=(photo,) if photo else (),
        byline=dice.choice(_BYLINES),
        source_code=dice.choice(_CODES),
        item=18_000 + number,
    )
    about = {
        "title": (article.title,),
        "published": (article.moment,),
        "lead": (article.lead,),
        "authors": tuple(article.byline.split(" - ")),
        "source": (article.source_code,) if article.source_code else (),
        "captions": (photo.caption,) if photo else (),
        "address": _address(layout, article.item),
    }
    return Source("html", name, portal_page(layout, article), about | facts, article.paragraphs)


def _weekday(day: datetime) -> str:
    return f"Thứ {_WEEKDAYS[day.weekday()]}" if day.weekday() < len(_WEEKDAYS) else "Chủ nhật"


def _address(layout: str, item: int) -> tuple[str, ...]:
    return {
        "sharepoint": (f"/Pages/tin-tuc.aspx?ItemID={item}",),
        "dotnetnuke": (f"/tin-tuc/id/{item}/bai-viet",),
        "liferay": (f"/web/guest/tin-tuc/-/asset_publisher/content/id/{item}",),
        "wordpress": (f"/2021/11/ky-quy-che-{item}/",),
    }.get(layout, ())


def _told(signing: Signing, dice: random.Random) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The headline, the lead and the paragraphs, and the facts of the agreement that they say."""
    first, second = (one.agency for one in signing.parties)
    headline = dice.choice(
        (
            f"{first} và {second} ký kết {signing.type}",
            f"Lễ ký kết {signing.type} giữa {first} và {second}",
            f"{first} ký {signing.type} với {second}",
        )
    )
    day = f"{signing.day.day}/{signing.day.month}" + (f"/{signing.day.year}" if dice.random() < 0.5 else "")
    at_venue = dice.random() < 0.4
    where = f"trụ sở {first}" if at_venue else signing.place
    lead = (
        f"{dice.choice(_PARTS_OF_DAY)} {day}, tại {where}, {first} và {second} "
        f"{dice.choice(('đã tổ chức lễ ký kết', 'tổ chức Lễ ký kết', 'đã ký kết'))} {signing.title}."
    )
    people, who = _people(signing, dice)
    content, terms = _content(signing)
    paragraphs = [people, *content, *dice.sample(_FILLERS, 3)]
    facts = {
        "type": (signing.type,),
        "title": (signing.title,),
        "parties": (first, second),
        "signed_on": (signing.day.isoformat(),),
        "place": () if at_venue else (signing.place,),
        "venue": (where,) if at_venue else (),
        **who,
        **terms,
    }
    return (headline, lead, *paragraphs), {f"agreement.{key}": values for key, values in facts.items()}


def _people(signing: Signing, dice: random.Random) -> tuple[str, dict[str, tuple[str, ...]]]:
    names = " và ".join(_introduced(one, dice) for one in signing.parties)
    kind, words = dice.choice(
        (
            ("signatories", f"Thay mặt hai đơn vị, {names} đã ký kết {signing.type}."),
            ("signatories", f"{names[0].upper()}{names[1:]} đã ký {signing.type}."),
            ("presided_by", f"Chủ trì buổi lễ có {names}."),
            ("presided_by", f"{names[0].upper()}{names[1:]} đồng chủ trì buổi lễ."),
        )
    )
    parties = signing.parties
    return words, {
        kind: tuple(one.person for one in parties),
        f"{kind}.rank": tuple(f"{one.person}: {one.rank}" for one in parties if one.rank),
        f"{kind}.position": tuple(f"{one.person}: {_post(one)}" for one in parties),
        **({f"{kind}.party": tuple(f"{one.person}: {one.agency}" for one in parties)} if kind == "signatories" else {}),
    }


def _introduced(party: Party, dice: random.Random) -> str:
    before = party.rank or dice.choice(("đồng chí", "ông", "bà"))
    return f"{before} {party.person}, {_post(party)}"


def _post(party: Party) -> str:
    """The post as news write it: ``Chánh Văn phòng Ủy ban nhân dân``, with the office said once."""
    office = next((one for one in ("Văn phòng",) if party.post.endswith(one) and party.agency.startswith(one)), "")
    return f"{party.post}{party.agency.removeprefix(office)}" if office else f"{party.post} {party.agency}"


def _content(signing: Signing) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Paragraphs on the agreement, and the facts of :func:`terms_of` that they say."""
    kind, force = signing.type, signing.in_force
    start = f" {force}" if isinstance(force, str) and force else f" từ ngày {force:%d/%m/%Y}" if force else ""
    end = f" đến hết ngày {signing.until:%d/%m/%Y}" if signing.until else ""
    older = f" thay thế {kind} số {signing.replaced} ngày {signing.older:%d/%m/%Y}" if signing.older else ""
    lines = [f"{kind} gồm 3 chương, {signing.clauses} điều, quy định nguyên tắc, nội dung và trách nhiệm của các bên."]
    lines += [f"{kind} có hiệu lực{start}{end}{' và' if older else ''}{older}."] if start or end else []
    lines += [f"{kind} này{older}."] if older and not (start or end) else []
    if signing.reviewed:
        turns = "hai bên luân phiên chủ trì tổ chức sơ kết" if signing.rotating else "hai bên tổ chức sơ kết, đánh giá"
        lines.append(f"Định kỳ hằng năm, {turns} việc thực hiện.")
    said = terms_of(signing) | {"clauses": (str(signing.clauses),)}
    # News seldom say the term in years.
    return tuple(lines), said | ({} if signing.until else {"expires_on": ()})
