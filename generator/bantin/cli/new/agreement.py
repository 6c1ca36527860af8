"""The facts of an agreement with which an article or a record begins."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from bantin.cli.commands import option
from bantin.cli.completing import complete_agencies, complete_fields, complete_types
from bantin.cli.new.values import date_of, given_or_asked, ids_of, joined
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.agency import known_agencies
from bantin.content.discover import Sources
from bantin.content.name_lookup import named
from bantin.domain.model import Vocabulary
from bantin.domain.problems import Language
from bantin.scaffold import NewAgreement

F = TypeVar("F", bound=Callable[..., Any])

_ASK: dict[Language, dict[str, str]] = {
    "vi": {
        "agency": "Các bên ký kết (mã, tên hoặc tên viết tắt của cơ quan, cách nhau bằng dấu phẩy)",
        "type": "Loại văn bản",
        "field": "Lĩnh vực (mã hoặc tên, cách nhau bằng dấu phẩy)",
        "signed_on": "Ngày ký (năm-tháng-ngày, bỏ trống nếu chưa rõ)",
    },
    "en": {
        "agency": "Parties (ids, names or abbreviations of agencies, with commas between them)",
        "type": "Type of document",
        "field": "Fields (ids or names, with commas between them)",
        "signed_on": "Date of signing (year-month-day, empty if unknown)",
    },
}
_AGENCY = Bilingual(
    "Một bên ký kết: mã, tên hoặc tên viết tắt của cơ quan; mỗi bên nêu một lần.",
    "A party: the id, a name or an abbreviation of an agency; give it once for each.",
)
_SIGNED_ON = Bilingual(
    "Ngày ký: 2012-11-20, 2012-11, 2012 hoặc XXXX-08-18.",
    "The day of signing: 2012-11-20, 2012-11, 2012 or XXXX-08-18.",
)
_TYPE = Bilingual(
    "Loại văn bản.  [mặc định: loại đầu tiên trong vocabulary.yml]",
    "The type of document.  [default: the first of vocabulary.yml]",
)
_FIELD = Bilingual(
    "Một lĩnh vực; mỗi lĩnh vực nêu một lần.  [mặc định: lĩnh vực đầu tiên]",
    "A field; give it once for each.  [default: the first]",
)
_NO_TERMS = Bilingual(
    "vocabulary.yml cần có một loại văn bản và một lĩnh vực thì mới viết bài được.",
    "vocabulary.yml needs a type and a field before there can be an article.",
)
_LEAST_PARTIES = 2


class GivenFacts(Struct, frozen=True):
    """The facts of an agreement from the command line; ``None`` if it has none."""

    agencies: str | None = None
    signed_on: str | None = None
    type: str | None = None
    fields: str | None = None


def agreement_options(function: F) -> F:
    """Adds the options for the facts of an agreement."""
    for decorate in reversed(
        (
            option("--agency", "agencies", multiple=True, shell_complete=complete_agencies, words=_AGENCY),
            option("--signed-on", metavar="DATE", words=_SIGNED_ON),
            option("--type", "type_", shell_complete=complete_types, words=_TYPE),
            option("--field", "fields", multiple=True, shell_complete=complete_fields, words=_FIELD),
        )
    ):
        function = decorate(function)
    return function


def given_facts(
    agencies: tuple[str, ...], signed_on: str | None, type_: str | None, fields: tuple[str, ...]
) -> GivenFacts:
    """The facts in the values of :func:`agreement_options`."""
    return GivenFacts(joined(agencies), signed_on, type_, joined(fields))


def new_agreement(
    facts: GivenFacts, root: Path, sources: Sources, vocabulary: Vocabulary, language: Language
) -> NewAgreement:
    """The agreement with the given ``facts``; asks for the others at a terminal. Raises ``click.UsageError``."""
    types, fields, ask_for = vocabulary.types, vocabulary.fields, _ASK[language]
    if not types or not fields:
        raise WrongUse(_NO_TERMS)
    parties = ids_of(known_agencies(root, sources), least=_LEAST_PARTIES)
    return NewAgreement(
        parties=given_or_asked(facts.agencies, ask_for["agency"], language, parties),
        type=given_or_asked(facts.type, ask_for["type"], language, ids_of(named(types), 1), default=types[0].id)[0],
        fields=given_or_asked(facts.fields, ask_for["field"], language, ids_of(named(fields), 1), fields[0].id),
        signed_on=given_or_asked(facts.signed_on, ask_for["signed_on"], language, date_of, default=""),
    )
