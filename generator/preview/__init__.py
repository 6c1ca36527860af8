"""The preview: the site as it will be, rebuilt at each change, on the editor's own machine."""

from generator.preview.counting import preview_counter
from generator.preview.preview import Preview
from generator.preview.server import require_port, serve

__all__ = ["Preview", "preview_counter", "require_port", "serve"]
