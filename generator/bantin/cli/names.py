"""Names on the command line: what an editor calls a thing of the bulletin, resolved to its id."""

from bantin.cli.words import Bilingual, WrongValue
from bantin.content.name_lookup import Names

_SEVERAL = Bilingual(
    "“{one}” có thể là một trong: {told}; hãy ghi mã", "“{one}” may be any of these: {told}; write the id"
)
_NEAR = Bilingual("không có “{one}”; có phải “{near}”?", "there is no “{one}”; did you mean “{near}”?")
_UNKNOWN = Bilingual("không có “{one}”; hiện có: {known}", "there is no “{one}”; known: {known}")


def id_of(text: str, names: Names, param_hint: str | None = None) -> str:
    """Resolves an id or a name to an id. Raises ``WrongValue`` for one that is unknown or means several things."""
    meanings = names.meanings(text)
    if len(meanings) == 1:
        return meanings[0]
    if meanings:
        raise WrongValue(_SEVERAL, param_hint, one=text, told=names.listed(meanings))
    near = names.near(text)
    known = ", ".join(sorted(names.ids))
    raise WrongValue(_NEAR if near else _UNKNOWN, param_hint, one=text, near=near, known=known)
