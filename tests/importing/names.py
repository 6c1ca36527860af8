"""The names that the bulletin of this repository knows."""

from functools import cache
from pathlib import Path

from bantin.content.agency import read_agency
from bantin.content.discover import Role, SourceFile
from bantin.content.settings import read_site, read_vocabulary
from bantin.importing.facts.names.known_names import KnownNames

CONTENT = Path(__file__).resolve().parents[2] / "content"


@cache
def sample_names() -> KnownNames:
    files = sorted((CONTENT / "agencies").glob("*.yml"))
    agencies = [
        read_agency(SourceFile(f"content/agencies/{file.name}", Role.AGENCY, 0, 0), file.read_bytes()).value
        for file in files
    ]
    site = read_site((CONTENT / "site.yml").read_bytes()).value
    vocabulary = read_vocabulary((CONTENT / "vocabulary.yml").read_bytes()).value
    assert site
    assert vocabulary
    assert all(agencies)
    return KnownNames([one for one in agencies if one], vocabulary, site)
