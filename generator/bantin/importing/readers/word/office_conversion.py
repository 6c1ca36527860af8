"""Converts files of other word processors (.doc, .odt, .rtf) to .docx with LibreOffice, where it is installed.

The file is opened by the one filter of its type, so that LibreOffice does not guess another, in a profile of its own
that is thrown away: no macro runs, links are not updated, and what would use the network finds a proxy that is none.
"""

import shutil
import tempfile
from pathlib import Path
from zipfile import BadZipFile

from msgspec.structs import replace

from bantin.content.documents.file_types import FileType, detect_type
from bantin.importing.material import Material, Notice, NoticeKind, Paragraph, Refusal, Unreadable, flat
from bantin.importing.readers.programs import run_program
from bantin.runtime.confined.process import Limits

_FILTERS = {
    FileType.ODT: "writer8",
    FileType.OLD_OFFICE: "MS Word 97",
    FileType.RTF: "Rich Text Format",
}
CONVERTED_TYPES = frozenset(_FILTERS)
"""The types of files that can be converted, as ``detect_type`` tells them. Old files of Excel fail only then."""

_MEMORY = 4 << 30
_COMMON, _SETTINGS = "/org.openoffice.Office.Common", "/org.openoffice.Inet/Settings"
_NOTHING = "127.0.0.1"
_PROFILE = (
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    (_SETTINGS, "ooInetProxyType", "2"),
    (_SETTINGS, "ooInetHTTPProxyName", _NOTHING),
    (_SETTINGS, "ooInetHTTPProxyPort", "9"),
    (_SETTINGS, "ooInetHTTPSProxyName", _NOTHING),
    (_SETTINGS, "ooInetHTTPSProxyPort", "9"),
)


def with_counted_notice(material: Material) -> Material:
    """``material`` of a converted file; if lists count its paragraphs, the first label is told.

    LibreOffice begins each level anew below the one above, also where Word counts on, so that a number may be another
    than its author saw.
    """
    paragraphs = (one for one in flat(material.blocks) if isinstance(one, Paragraph))
    first = next((one for one in paragraphs if any(map(str.isalnum, one.label))), None)
    if first is None:
        return material
    notice = Notice(NoticeKind.COUNTED_ELSEWHERE, first.labelled, first.place)
    return replace(material, notices=(*material.notices, notice))


def convert_to_docx(path: Path, folder: Path, seconds: int) -> Path:
    """Converts the file at ``path``, within ``seconds``, to a Word file in a new folder within ``folder``.

    Raises :class:`Unreadable`: without LibreOffice, and for files of other types, damaged ones, and those that take too
    long.
    """
    data = path.read_bytes()
    wanted = _filter_of(data)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Unreadable(Refusal.TOOL_MISSING, "LibreOffice")
    work = Path(tempfile.mkdtemp(dir=folder)).resolve()
    _write_profile(work / "profile")
    source, target = work / "source", work / "converted"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    options = ("--headless", "--norestore", "--nolockcheck", f"--infilter={wanted}", "--convert-to")
    run_program(
        (program, profile, *options, "docx", "--outdir", str(target), str(source)), Limits(seconds, _MEMORY, seconds)
    )
    converted = target / "source.docx"
    if not converted.is_file():
        raise Unreadable(Refusal.DAMAGED, path.name)
    return converted


def _filter_of(data: bytes) -> str:
    try:
        form = detect_type(data)
    except (BadZipFile, LookupError, NotImplementedError, OSError, ValueError) as error:
        raise Unreadable(Refusal.DAMAGED) from error
    if form is FileType.PROTECTED_OFFICE:
        raise Unreadable(Refusal.ENCRYPTED)
    if form not in _FILTERS:
        raise Unreadable(Refusal.UNKNOWN_KIND, form)
    return _FILTERS[form]


def _write_profile(folder: Path) -> None:
    """Writes the settings of LibreOffice to a new profile."""
    items = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{setting}</value></prop></item>'
        for path, name, setting in _PROFILE
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user/registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{"".join(items)}</oor:items>',
        encoding="utf-8",
    )
