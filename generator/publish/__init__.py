"""PUBLISH: the only stage that writes."""

from generator.publish.ledger import Ledger
from generator.publish.output import Output, open_output
from generator.publish.receipt import RECEIPT, receipt_bytes
from generator.publish.report import Report
from generator.publish.reservation import reserve
from generator.publish.stage import shelf, stage

__all__ = [
    "RECEIPT",
    "Ledger",
    "Output",
    "Report",
    "open_output",
    "receipt_bytes",
    "reserve",
    "shelf",
    "stage",
]
