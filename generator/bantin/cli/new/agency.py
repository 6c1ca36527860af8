"""``bantin new agency``."""

import click

from bantin.cli.bulletin import read_bulletin
from bantin.cli.commands import argument, command, option
from bantin.cli.completing import complete_agencies, completing
from bantin.cli.names import id_of
from bantin.cli.new.values import create, given, id_for, joined, read_as, root_and_words
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.agency import known_agencies
from bantin.content.name_lookup import Names
from bantin.content.schema.values import url_of, word_of
from bantin.content.schema.words import words_of
from bantin.domain.model import Level
from bantin.domain.problems import Language
from bantin.scaffold import NewAgency, agency_path, agency_text

_DONE: dict[Language, str] = {
    "vi": "Đã tạo {path}. Mã của cơ quan là {id} và không bao giờ thay đổi.",
    "en": "There is a new agency: {path}. Its id is {id}, which never changes.",
}
_AGENCY = Bilingual(
    """Khai báo một cơ quan tên là TÊN.

    Tệp là content/agencies/<mã>.yml. Tên, tên viết tắt đã có ở cơ quan khác thì lệnh từ chối.
    """,
    """Declare an agency called NAME.

    The file is content/agencies/<id>.yml. A name that another agency has is refused.
    """,
)
_ID = Bilingual("Mã của cơ quan.  [mặc định: từ tên]", "Its id.  [default: made of its name]")
_ENGLISH = Bilingual("Tên bằng tiếng Anh.", "Its name in English.")
_ABBREVIATION = Bilingual("Một tên viết tắt; mỗi tên nêu một lần.", "An abbreviation; give it once for each.")
_PARENT = Bilingual(
    "Cơ quan cấp trên: mã, tên hoặc tên viết tắt.", "The agency above: its id, a name or an abbreviation."
)
_LEVEL = Bilingual(
    "Cấp: trung ương, cấp tỉnh, cấp huyện hoặc cấp xã.", "Its level: central, provincial, district or commune."
)
_WEBSITE = Bilingual("Địa chỉ trang web.", "The address of its website.")
_NAME = Bilingual("tên cơ quan", "the name of an agency")
_OTHER = Bilingual("mã khác bằng --id", "another id with --id")
_KNOWN = Bilingual("“{name}” là tên đã có của: {told}.", "“{name}” is already a name of: {told}.")


@command("agency", _AGENCY)
@argument("words", metavar="[ROOT] NAME", nargs=-1)
@option("--id", "agency_id", words=_ID)
@option("--english", metavar="NAME", words=_ENGLISH)
@option("--abbreviation", "abbreviations", multiple=True, words=_ABBREVIATION)
@option("--parent", metavar="AGENCY", shell_complete=complete_agencies, words=_PARENT)
@option("--level", shell_complete=completing(Level), words=_LEVEL)
@option("--website", metavar="URL", words=_WEBSITE)
def agency_command(  # noqa: PLR0917 - click calls it by name
    words: tuple[str, ...],
    agency_id: str | None,
    english: str | None,
    abbreviations: tuple[str, ...],
    parent: str | None,
    level: str | None,
    website: str | None,
) -> None:
    """Creates an agency."""
    root, others = root_and_words(words, 2, "bantin new agency")
    sources, settings = read_bulletin(root)
    language = settings.language
    name = given("".join(others).strip(), _NAME, language)
    own_id = id_for(name, agency_id, _NAME)
    known = known_agencies(root, sources)
    short = tuple(one.strip() for one in (joined(abbreviations) or "").split(",") if one.strip())
    _require_new((name, english or "", *short), known)
    agency = NewAgency(
        name=name,
        english=(english or "").strip(),
        abbreviations=short,
        level=read_as(lambda text: word_of(text, words_of(Level.__name__, Level)), level) if level else "",
        parent=id_of(parent, known) if parent else "",
        website=read_as(url_of, website) if website else "",
    )
    target = root / agency_path(own_id)
    create(target, agency_text(agency, language), root, _OTHER)
    click.echo(_DONE[language].format(path=target, id=own_id))


def _require_new(names: tuple[str, ...], known: Names) -> None:
    """Raises ``WrongUse`` if one of ``names`` is that of an agency."""
    for name in names:
        meanings = known.meanings(name) if name else ()
        if meanings:
            raise WrongUse(_KNOWN, name=name, told=known.listed(meanings))
