"""PUBLISH: the only stage that writes."""

from bantin.output.publish.as_of import AS_OF, as_of_bytes
from bantin.output.publish.file_states import FileStates
from bantin.output.publish.lock import reserve
from bantin.output.publish.output import Output, open_output
from bantin.output.publish.receipt import RECEIPT, receipt_bytes
from bantin.output.publish.report import Report
from bantin.output.publish.stage import stage, staging_area

__all__ = [
    "AS_OF",
    "RECEIPT",
    "FileStates",
    "Output",
    "Report",
    "as_of_bytes",
    "open_output",
    "receipt_bytes",
    "reserve",
    "stage",
    "staging_area",
]
