"""What the bytes of a site depend on, besides the site: the generator's own code and that of its libraries."""

import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

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
    "tzdata",
)


@cache
def generator_version() -> Digest:
    """The digest of the package's source files and of the versions of the libraries that write or read for it."""
    package = Path(__file__).parent.parent
    sources = sorted(package.rglob("*.py"))
    code = tuple((path.relative_to(package).as_posix(), digest_bytes(path.read_bytes())) for path in sources)
    libraries = tuple((name, version(name)) for name in LIBRARIES)
    return digest_value((code, libraries, platform.python_version()))
