"""PUBLISH: the only stage that writes."""

from generator.publish.output import Output, open_output
from generator.publish.publish import Report, publish

__all__ = ["Output", "Report", "open_output", "publish"]
