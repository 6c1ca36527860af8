"""The preview: the site as it will be, rebuilt at each change, on the editor's own machine."""

from bantin.preview.counting import preview_counter
from bantin.preview.preview import Preview
from bantin.preview.server import require_port, serve

__all__ = ["Preview", "preview_counter", "require_port", "serve"]
