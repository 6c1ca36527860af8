"""The protocol of the engine's service mode: JSON in base64, as in Pagefind's own libraries for Node and Python.

Each message ends with a comma. It avoids thousands of temporary files for pages and index files in every build.
"""

import base64
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from bantin.domain.problems import Language
from bantin.render.search.bundle import BadBundle


class _File(Struct, frozen=True):
    path: str
    content: str


class _Payload(Struct, frozen=True):
    type: str
    message: str = ""
    files: tuple[_File, ...] = ()


class _Answer(Struct, frozen=True):
    payload: _Payload


def requests(documents: Iterable[str], language: Language) -> Iterator[bytes]:
    """Encodes the requests for an index in ``language`` of ``documents``, which are HTML pages."""
    for number, payload in enumerate(_payloads(documents, language)):
        yield base64.b64encode(msgspec.json.encode({"message_id": number, "payload": payload})) + b","


def _payloads(documents: Iterable[str], language: Language) -> Iterator[dict[str, object]]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    for number, document in enumerate(documents):
        yield {"type": "AddFile", "index_id": 0, "file_path": f"{number}.html", "file_contents": document}
    yield {"type": "GetFiles", "index_id": 0}


def read_answers(data: bytes) -> dict[str, bytes]:
    """Decodes the files in the engine's responses, by name. Raises ``BadBundle`` if they are malformed or an error."""
    try:
        answers = [_decode(one) for one in data.split(b",")[:-1]]
        files = {file.path: base64.b64decode(file.content, validate=True) for one in answers for file in one.files}
    except ValueError as error:
        raise BadBundle(f"not an answer: {error}") from error
    failed = next((one.message for one in answers if one.type == "Error"), None)
    if failed is not None:
        raise BadBundle(failed)
    return files


def _decode(answer: bytes) -> _Payload:
    return msgspec.json.decode(base64.b64decode(answer, validate=True), type=_Answer).payload
