"""Makes the draft of an agency that a source names and the bulletin does not know yet."""

from bantin.content.discover import CONTENT
from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.importing.drafts.draft import Draft, DraftKind, Value
from bantin.importing.drafts.places import evidence_words
from bantin.importing.drafts.yaml_writer import Scalar, front_matter, section
from bantin.importing.facts.model import AgencyName, Evidence

_NEAR = Label(
    "# Có phải là “{near}” ({id})? Nếu phải: thêm tên này vào “aliases” của {id}, sửa các bài, rồi xóa tệp này.\n",
    "# Is it “{near}” ({id})? If so: add this name to the “aliases” of {id}, change the articles, remove this file.\n",
)


def agency_draft(agency: AgencyName, id_: str, evidence: Evidence, near_name: str, language: Language) -> Draft:
    """Makes the file of an agency, a draft with only its name, which an editor confirms once for all sources."""
    words = evidence_words(evidence, language, agency.name)
    text = front_matter(section({"name": Scalar(agency.name, words), "draft": Scalar("true")}))
    near = _NEAR.text(language).format(near=near_name, id=agency.near) if agency.near else ""
    values = (Value("name", agency.name, words),)
    return Draft(DraftKind.AGENCY, f"agency {id_}", f"{CONTENT}/agencies", id_, near + text, agency.name, values)
