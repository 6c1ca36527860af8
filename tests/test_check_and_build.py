"""Whatever passes ``check`` builds: random pictures, documents, names, sizes, addresses and settings.

Generated inputs are mostly valid, so that most bulletins pass, and close to the limits of encoders and systems.
"""

import io
import json
import re
import tempfile
import unicodedata
from pathlib import Path
from urllib.parse import quote

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from PIL import Image

from bantin.domain.problems import BulletinError, Problem, Severity
from bantin.output.verify import Folder, verify
from tests.bulletins import MINIMAL, SITE, build_site, check_site, write
from tests.conftest import examples
from tests.content.documents.offices import docx, opendocument, rtf, xlsx
from tests.content.documents.pdfs import pdf, protected, raw

MOST_PIXELS = 400_000
"""Of a picture here, so that a bulletin is drawn in a moment. A side may be as long as it likes."""

bounded = settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
Files = dict[str, str | bytes]

FORMATS = {"avif": "AVIF", "gif": "GIF", "jpeg": "JPEG", "jpg": "JPEG", "JPG": "MPO", "png": "PNG", "webp": "WEBP"}
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "LAB", "HSV", "I", "I;16", "F")
DOCUMENTS = {
    "pdf": (
        pdf("Quy chế"),
        pdf(),
        pdf(*["Điều"] * 30, notes=["Đã ký"]),
        protected(pdf("Quy chế"), ""),
        protected(pdf("Quy chế"), "", "AES-256"),
        protected(pdf("Quy chế"), "mật khẩu"),
        raw(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"),
        pdf("Quy chế")[:-40],
        b"%PDF-1.7\n",
    ),
    "docx": (docx("Quy chế"), docx()),
    "xlsx": (xlsx("a", "b"),),
    "odt": (opendocument("text", "Quy chế"),),
    "ods": (opendocument("spreadsheet", "Quy chế"),),
    "rtf": (rtf("Quy chế"),),
    "csv": (b"a,b\n1,2\n", b"", "a;b\n".encode("utf-16")),
    "txt": ("Quy chế".encode(), b"", b"\xff\xfe"),
    "zip": (b"PK\x05\x06" + b"\0" * 18,),
}


def spellings(name: str) -> tuple[str, str]:
    """``name`` as macOS spells it, and as the Vietnamese keyboard of Windows does: with tones after their letters."""
    apart = unicodedata.normalize("NFD", name)
    return apart, re.sub(r"(\w)([\u0302\u0306\u031b]?)", lambda met: unicodedata.normalize("NFC", met[0]), apart)


letters = st.sampled_from("aăâbcdđeêghikoôơpqrstuưvxyAĐƯỹẵộ0159")
marks = st.sampled_from([*" -_.,;'()&+=~!@#%$^\u0301\u0323😀—", "%20", "%2e", ".."])
names = (
    st.builds("{}{}".format, letters, st.lists(st.one_of(letters, letters, letters, marks), max_size=24).map("".join))
    .map(str.strip)
    .flatmap(lambda name: st.sampled_from([name, *spellings(name), name * 2]))
)
words = st.lists(names, min_size=1, max_size=6).map(" ".join)
paths = st.from_regex(r"[a-z0-9-]{1,60}(/[a-z0-9._-]{1,60}){0,3}(\.html|\.aspx)?", fullmatch=True)
texts = st.one_of(words, words, st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=60))
sides = st.integers(1, 60) | st.sampled_from(
    [1, 2, 479, 480, 481, 1600, 4096, 16383, 16384, 17000, 65500, 65536, 70000]
)


def quoted(text: object) -> str:
    """``text`` as a value in YAML."""
    return json.dumps(text, ensure_ascii=False)


@st.composite
def pictures(draw: st.DrawFn, kind: str) -> bytes:
    """A picture in a format by the end of a name, of any mode, size, number of frames and whatever goes along."""
    width = draw(sides)
    height = min(draw(sides), MOST_PIXELS // width)
    image = Image.new(draw(st.sampled_from(MODES)), (width, height))
    exif = Image.Exif()
    exif[0x0112] = draw(st.integers(0, 9))
    options: dict[str, object] = {
        "exif": exif,
        **draw(st.fixed_dictionaries({}, optional={"icc_profile": st.binary(max_size=200), "dpi": st.just((0, 0))})),
        **draw(st.fixed_dictionaries({}, optional={"progressive": st.just(True), "lossless": st.booleans()})),
    }
    if draw(st.booleans()) and kind in ("gif", "png", "webp"):
        options |= {"save_all": True, "append_images": [image.rotate(180)] * draw(st.integers(1, 3))}
    file = io.BytesIO()
    try:
        image.save(file, FORMATS[kind], **options)
    except (OSError, ValueError, TypeError, OverflowError, RuntimeError):
        # Not for this format: then what it can hold, if it can hold any of that size.
        file = io.BytesIO()
        Image.new("RGB", (min(width, 4000), min(height, 4000)), "teal").save(file, FORMATS[kind])
    data = file.getvalue()
    return data[: draw(st.sampled_from([*[len(data)] * 9, len(data) // 2]))]


@st.composite
def articles(draw: st.DrawFn) -> Files:
    """An article in a folder of its own, with photos and documents beside it that it shows and links to."""
    folder = f"content/articles/2020/{draw(st.sampled_from(['bai', 'tin']) | names)}"
    kinds = draw(st.lists(st.sampled_from(sorted(FORMATS)), max_size=2))
    shown = {f"{draw(names)}.{kind}": draw(pictures(kind)) for kind in kinds}
    ends = draw(st.lists(st.sampled_from(sorted(DOCUMENTS)), max_size=2))
    linked = {f"{draw(names)}.{end}": draw(st.sampled_from(DOCUMENTS[end])) for end in ends}
    given = {
        "title": draw(words),
        "lead": draw(texts),
        "published": draw(st.sampled_from(["2020-05-06", "2020", "2020-05", "XXXX-05-06", "2020-05-06T23:59+07:00"])),
        "authors": draw(st.lists(words, max_size=2)),
        "tags": draw(st.lists(names, max_size=3)),
        "photos": [{"src": name, "alt": draw(words), "caption": draw(texts)} for name in shown],
        **draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "slug": st.sampled_from(["bai-moi", "a", "x" * 80]),
                    "aliases": st.lists(paths, max_size=2),
                    "section": st.just("tin-tuc"),
                    "lang": st.sampled_from(["vi", "en"]),
                    "source": st.fixed_dictionaries({"name": names, "url": names.map("https://x.vn/{}".format)}),
                },
            )
        ),
    }
    front = "".join(f"{key}: {quoted(value)}\n" for key, value in given.items() if value)
    links = [f"[{draw(letters)}]({quote(name)})" for name in [*shown, *linked]]
    links += [f"![{draw(letters)}]({quote(name)})" for name in shown]
    text = f"---\n{front}---\n\n## {draw(texts)}\n\n{draw(texts)}\n\n{' '.join(links)}\n"
    return {f"{folder}/index.md": text, **{f"{folder}/{name}": data for name, data in {**shown, **linked}.items()}}


@st.composite
def bulletins(draw: st.DrawFn) -> Files:
    files: Files = {}
    for one in draw(st.lists(articles(), min_size=1, max_size=2)):
        files |= one
    chosen = {
        "search": "off",
        "sections": {"tin-tuc": draw(names)},
        "social_cards": draw(st.sampled_from(["yes", "no"])),
        **draw(st.fixed_dictionaries({}, optional={"description": texts, "link_check": st.just("off")})),
    }
    more = "".join(f"{key}: {quoted(value)}\n" for key, value in chosen.items() if key != "link_check")
    files["content/site.yml"] = SITE + more.replace('"off"', "off").replace('"yes"', "yes").replace('"no"', "no")
    files["content/agencies/co-quan-c.yml"] = (
        f"name: {quoted(draw(names))}\nabbreviations: {quoted(draw(st.lists(names, max_size=2)))}\n"
    )
    files[f"content/pages/{draw(names)}.md"] = f"---\ntitle: {quoted(draw(texts))}\n---\n\n{draw(texts)}\n"
    files |= draw(st.dictionaries(names.map("content/root/{}.txt".format), st.binary(max_size=20), max_size=1))
    return files


def fits(files: Files) -> bool:
    """Whether a system can hold such files at all."""
    parts = [part for path in files for part in path.split("/")]
    return all(len(part.encode()) <= 200 and part not in ("", ".", "..") and "\0" not in part for part in parts)


@bounded
@given(files=bulletins().filter(fits))
def test_whatever_passes_check_builds(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), MINIMAL, files)
        refusals = refusals_of(root)
        assert all(problem.location.path for problem in refusals)
        for code in sorted({problem.code for problem in refusals}) or ["built"]:
            event(code)
        if not refusals:
            build_site(root)
            assert verify(Folder(root / "site")).problems == ()


def refusals_of(root: Path) -> tuple[Problem, ...]:
    """The errors for which ``check`` refuses the bulletin in ``root``."""
    try:
        check_site(root)
    except BulletinError as error:
        return tuple(problem for problem in error.problems if problem.severity is Severity.ERROR)
    return ()
