"""Style sheets as readers get them: what one imports stands in it, and what it shows has the address of its content.

Knows names of assets; does not know what is in them.
"""

import re
from collections.abc import Callable, Mapping
from posixpath import dirname, join, normpath, relpath

_IMPORT = re.compile(r'@import "([^"]+)";\n?')
_SHOWN = re.compile(r'url\("?(?!data:|[a-z]+:|#|/)([^")]+)"?\)')
_REMARK = re.compile(r"/\*(?!!).*?\*/\s*", re.DOTALL)


def bundled(name: str, sheets: Mapping[str, str]) -> str:
    """A style sheet with those that it imports in their places; addresses in them are as `name` has them.

    `sheets` are all style sheets by their names. One that imports itself, or what is not there, keeps the line.
    """
    return _bundled(name, sheets, ())


def _bundled(name: str, sheets: Mapping[str, str], above: tuple[str, ...]) -> str:
    def imported(found: re.Match[str]) -> str:
        other = normpath(join(dirname(name), found[1]))
        if other not in sheets or other in (*above, name):
            return found[0]
        text = _bundled(other, sheets, (*above, name))
        return _moved(text, lambda shown: relpath(join(dirname(other), shown), dirname(name) or "."))

    return _IMPORT.sub(imported, _REMARK.sub("", sheets[name]))


def imported(sheets: Mapping[str, str]) -> frozenset[str]:
    """The style sheets that stand in others, and need no address of their own."""
    return frozenset(
        normpath(join(dirname(name), found[1])) for name, text in sheets.items() for found in _IMPORT.finditer(text)
    )


def addressed(name: str, text: str, published: Mapping[str, str]) -> str:
    """A style sheet that names other assets by the addresses that they are published at, beside its own."""

    def address(shown: str) -> str:
        asset = normpath(join(dirname(name), shown))
        return relpath(published[asset], dirname(name) or ".") if asset in published else shown

    return _moved(text, address)


def _moved(text: str, address: Callable[[str], str]) -> str:
    return _SHOWN.sub(lambda found: f'url("{address(found[1])}")', text)
