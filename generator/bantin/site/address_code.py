"""The full address of a page as a code for cameras, for readers of a printed page: QR Code (ISO/IEC 18004)."""

import re

from bantin.domain.model import Feature, Site
from bantin.domain.text.urls import full
from bantin.site.views import CodeView

_LONGEST = 190
"""The longest address, in bytes, with a code whose modules are large enough when it is printed 2.8 cm wide."""

_RUN = re.compile(rb"\x00+|\xff+")
_WHITE = b"\xff"


def address_code(url: str, site: Site) -> CodeView | None:
    """The code of the page at ``url``; ``None`` if the settings turn codes off, or if the address is too long."""
    if Feature.CODES in site.off:
        return None
    address = full(site.base_url, url)
    return _code(address) if len(address.encode()) <= _LONGEST else None


def _code(address: str) -> CodeView:
    # Imported here, since most builds have no page to render.
    import zxingcpp

    # Level L: paper that was just printed has few faults, and the fewer modules, the larger each of them.
    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    image = made.to_image(scale=1, add_quiet_zones=False)
    size = image.shape[0]
    modules = bytes(memoryview(image))  # type: ignore[arg-type]  # Its stub does not say that it is a buffer.
    rows = [modules[size * row : size * (row + 1)][:: -1 if row % 2 else 1] for row in range(size)]
    # Before, between and behind the rows, the line runs outside of the code.
    line = _WHITE + (_WHITE * 3).join(rows) + _WHITE
    return CodeView(size, " ".join(("0", *(str(len(run)) for run in _RUN.findall(line)))))
