"""What the bytes of a site depend on, besides the site: the generator's own code and that of its libraries."""

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sitegen.content.pictures.tools import able
from sitegen.foundation.digest import Digest, digest_bytes, digest_value

LIBRARIES = (
    "Babel",
    "Jinja2",
    "MarkupSafe",
    "PyYAML",
    "icalendar",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "msgspec",
    "python-dateutil",
    "tzdata",
)

EXTRAS = ("Pillow",)
"""Those that may be missing, and without which other bytes are written."""


@cache
def generator_version() -> Digest:
    """The digest of the package's source files and letters, and of the versions of its libraries."""
    package = Path(__file__).parent.parent
    sources = sorted([*package.rglob("*.py"), *package.glob("render/**/*.ttf")])
    code = tuple((path.relative_to(package).as_posix(), digest_bytes(path.read_bytes())) for path in sources)
    libraries = tuple((name, version(name)) for name in LIBRARIES) + tuple((name, _version(name)) for name in EXTRAS)
    return digest_value((code, libraries, able(), platform.python_version()))


def _version(name: str) -> str:
    """The version of a library; empty if it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
