"""PUBLISH: the only stage that writes."""

from bantin.output.publish.file_states import FileStates
from bantin.output.publish.lock import reserve
from bantin.output.publish.output import Output, open_output
from bantin.output.publish.receipt import RECEIPT, receipt_bytes
from bantin.output.publish.report import Report
from bantin.output.publish.stage import stage, staging_area

__all__ = [
    "RECEIPT",
    "FileStates",
    "Output",
    "Report",
    "open_output",
    "receipt_bytes",
    "reserve",
    "stage",
    "staging_area",
]
