"""Whether this installation can work on pictures: Pillow is an extra, `sitegen[pictures]`."""

from functools import cache
from importlib.util import find_spec


@cache
def able() -> bool:
    """Whether Pillow is installed. It is not imported for that, as most builds have nothing to draw."""
    return find_spec("PIL") is not None
