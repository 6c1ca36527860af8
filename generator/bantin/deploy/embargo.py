"""Refuses a release that holds something of a file under embargo, whatever build made it.

A stale site, one that was built for another moment, or an old search index may hold what the bulletin withholds now.
The whole title, lead, number, name or address of such a file is looked for in every file of the release, also in those
packed with gzip, Brotli or zip. What a PDF or an image holds in compressed form is not seen, nor is a text that markup
interrupts. A short text that public files of the bulletin say anyway is harmless, and so is what a public file calls
itself.
"""

import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from bantin.content.discover import Role, Sources, discover, read
from bantin.content.embargoed import Embargoed, own_texts, read_embargoed
from bantin.content.files import LARGEST_TEXT
from bantin.content.load import load_settings
from bantin.deploy import problems
from bantin.deploy.release import Release
from bantin.domain.problems import BulletinError, Location, Problem
from bantin.domain.text.document_numbers import read_number

_FEWEST_WORDS, _FEWEST_CHARACTERS = 3, 12
_SHORT = 8
"""Texts of fewer words may be said by chance."""
_FEWEST_PARTS = 3
"""Addresses of fewer words are not looked for."""
_LARGEST = 1 << 27
"""The bytes that are unpacked of one packed file."""

# Escapes and typography write quotation marks in several ways, so that they are not compared.
_LEFT_OUT = str.maketrans(dict.fromkeys("\\\xad\u200b\u200c\u200d\ufeff") | dict.fromkeys("\"'“”„‘’‚«»‹›", " "))
_ESCAPED_SPACE = re.compile(r"\\[nrt]")
_WORD = re.compile(r"\w+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOLDED = re.compile(r"\r?\n[ \t]")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


class Secret(Struct, frozen=True):
    """A text of a file under embargo, as ``pattern`` finds it in a :func:`plain_text`; ``key`` names what it is.

    What ``pattern`` finds has the whole word ``word`` in it; empty if there is no word.
    """

    file: Embargoed
    key: str
    text: str
    pattern: re.Pattern[str]
    word: str


def refuse_embargoed(release: Release, root: Path, now: datetime) -> None:
    """Raises ``BulletinError`` if ``release`` holds something that the bulletin in ``root`` withholds at ``now``.

    Files whose embargo cannot be read are problems, too.
    """
    sources = discover(root).value
    settings = load_settings(root, sources).value if sources else None
    if sources is None or settings is None or settings.site is None:
        return
    found = read_embargoed(root, sources, settings.site.timezone, now)
    secrets = [secret for one in found.value or () for secret in secrets_of(one)]
    told = (*found.problems, *leaks(release, _harmless_removed(secrets, root, sources))) if secrets else found.problems
    if told:
        raise BulletinError(told, settings.language)


def secrets_of(file: Embargoed) -> Iterator[Secret]:
    """The texts of ``file`` that give it away. Common ones, such as “Thông báo”, are left out."""
    for key, text in file.texts:
        plain = plain_text(text)
        words = _WORD.findall(plain)
        # A slug may be preceded by any letter that is not ASCII, so that its first and last word may not be whole.
        word = max(words[1:-1] or words, key=len, default="")
        if key in ("slug", "id"):
            if plain.count("-") + 1 >= _FEWEST_PARTS:
                yield Secret(file, key, text, re.compile(rf"(?<![a-z0-9-]){re.escape(plain)}(?![a-z0-9-])"), word)
        elif key == "number":
            number = read_number(text)
            if number and number.symbol:
                yield Secret(file, key, text, re.compile(rf"(?<![\w/-]){re.escape(plain)}(?![\w/-])"), word)
        elif len(plain.split()) >= _FEWEST_WORDS and len(plain) >= _FEWEST_CHARACTERS:
            yield Secret(file, key, text, re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)"), word)


def leaks(release: Release, secrets: Iterable[Secret]) -> Iterator[Problem]:
    """The files of ``release`` that hold one of ``secrets``, each once for a file under embargo."""
    secrets = tuple(secrets)
    by_word = _by_word(secrets)
    for path in release.files if secrets else ():
        texts = (path, *texts_in(path, (release.folder / path).read_bytes()))
        found = {secret for text in texts for secret in _told(plain_text(text), by_word)}
        known: set[str] = set()
        for secret in secrets if found else ():
            if secret in found and secret.file.path not in known:
                known.add(secret.file.path)
                at = Location(f"{release.folder}/{path}")
                yield problems.EMBARGOED.at(at, key=secret.key, file=secret.file.path, until=secret.file.until)


def _by_word(secrets: Iterable[Secret]) -> Mapping[str, list[Secret]]:
    found: dict[str, list[Secret]] = {}
    for secret in secrets:
        found.setdefault(secret.word, []).append(secret)
    return found


def _told(text: str, by_word: Mapping[str, list[Secret]]) -> Iterator[Secret]:
    """The secrets in ``text``. Only those with a word of it are looked for, so that many cost little more than one."""
    words = {"", *_WORD.findall(text)} & by_word.keys()
    yield from (secret for word in words for secret in by_word[word] if secret.pattern.search(text))


def plain_text(text: str) -> str:
    """``text`` as it is compared: without escapes, quotation marks and marks that nobody sees, in small letters."""
    if "&" in text:
        text = html.unescape(text)
    if "\\u" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if _PERCENT.search(text):
        text = unquote(text)
    text = _ESCAPED_SPACE.sub(" ", text) if "\\" in text else text
    return " ".join(unicodedata.normalize("NFC", text.translate(_LEFT_OUT)).casefold().split())


def texts_in(path: str, data: bytes) -> Iterator[str]:
    """What a file says, and what the files packed in it say."""
    if path.endswith(".ics"):
        yield _FOLDED.sub("", data.decode(errors="ignore"))
    elif data.startswith(b"\x1f\x8b"):
        yield _gunzipped(data).decode(errors="ignore")
    elif path.endswith(".br"):
        yield _from_brotli(data).decode(errors="ignore")
    elif data.startswith(b"PK\x03\x04"):
        yield from _zipped(data)
    else:
        yield data.decode(errors="ignore")


def _gunzipped(data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as file:
            return file.read(_LARGEST)
    except (OSError, EOFError, zlib.error):
        return data


def _from_brotli(data: bytes) -> bytes:
    try:
        import brotli
    except ImportError:
        return data
    try:
        return bytes(brotli.Decompressor().process(data, output_buffer_limit=_LARGEST))
    except brotli.error:
        return data


def _zipped(data: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for one in packed.infolist():
                yield one.filename
                with packed.open(one) as file:
                    yield file.read(_LARGEST).decode(errors="ignore")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, zlib.error):
        yield data.decode(errors="ignore")


def _harmless_removed(secrets: Iterable[Secret], root: Path, sources: Sources) -> list[Secret]:
    """``secrets`` without short texts that a public file says anyway, and without what a public file calls itself."""
    left = list(secrets)
    withheld = {one.file.path for one in left}
    for source in sources.files:
        is_text = source.role in (Role.ARTICLE, Role.RECORD, Role.PAGE, Role.AGENCY, Role.VOCABULARY, Role.SITE)
        is_of = source.original if source.role is Role.TRANSLATION else source.path
        if not left or is_of in withheld or not (is_text or source.role is Role.TRANSLATION):
            continue
        data = read(root, source.path, LARGEST_TEXT).value or b""
        text = plain_text(data.decode(errors="ignore"))
        by_word = _by_word(left)
        said = {one for part in (text, plain_text(source.stem)) for one in _told(part, by_word)}
        own: Mapping[str, str] = {plain_text(one): key for one, key in own_texts(data, source).items()} if said else {}
        left = [one for one in left if one not in said or not (_is_short(one) or plain_text(one.text) in own)]
    return left


def _is_short(secret: Secret) -> bool:
    is_words = secret.key not in ("slug", "id", "number")
    return is_words and len(secret.text.split()) < _SHORT
