"""Third-party programs of the editors' desk, which become static files of the theme, and their npm packages.

The checksums of packages are those in npm's lock files.
"""

from msgspec import Struct


class Bundle(Struct, frozen=True):
    """A file of a package; ``name`` is its name among the static files of a theme.

    ``integrity`` is the checksum of the package in the format of Subresource Integrity.
    """

    name: str
    package: str
    version: str
    path: str
    integrity: str


_SVELTIA = "@sveltia/cms"
_SVELTIA_VERSION = "0.221.1"
_SVELTIA_SUM = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
BUNDLES = (
    Bundle("sveltia-cms.js", _SVELTIA, _SVELTIA_VERSION, "dist/sveltia-cms.js", _SVELTIA_SUM),
    Bundle("sveltia-vi.json", _SVELTIA, _SVELTIA_VERSION, "locales/vi.json", _SVELTIA_SUM),
    Bundle(
        "js-yaml.js",
        "js-yaml",
        "4.3.2",
        "dist/js-yaml.min.js",
        "sha512-SFNOvSJ+Dgf/9An904Yx+CgSlIPCkIpao4qo51lpee25TIRejdH3rhR4EZMGoNx3/TP3O+wzWuiTFl4sqbltzA==",
    ),
    Bundle(
        "material-symbols.woff2",
        "@fontsource-variable/material-symbols-outlined",
        "5.3.7",
        "files/material-symbols-outlined-latin-wght-normal.woff2",
        "sha512-d6kLamaMdad40AYoyJEBgCH63fRLklC7GW7bgb7WWbPh/UzuW483Dlyfmn3vxpiNsHLIMBOcYYkZDtOC9Y3MUA==",
    ),
)
"""The files that the desk needs; ``bantin editors`` downloads them."""
