"""When Python looks for values that only name each other, and that nothing else would end (`gc`).

A site is one large heap that lives until its process ends: to look through it again and again is a third of the
time of a small change. Parsing a text and rendering a page leave such values behind, so there alone Python looks
(docs/decisions/0016-cycles.md).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 20)
"""After how many new values Python looks (`gc.set_threshold`)."""


def leave() -> None:
    """From here on Python does not look, but where they are `sought`: for a process that ends with its work."""
    gc.set_threshold(*SELDOM)
    gc.disable()


@contextmanager
def sought() -> Iterator[None]:
    """Inside, Python looks: here and in processes that are forked here, and only at what is made inside."""
    looked = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not looked:
            gc.disable()


def seek() -> None:
    """From here on Python looks again, though as seldom: for a process that stays."""
    gc.enable()
