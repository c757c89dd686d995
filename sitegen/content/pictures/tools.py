"""Whether this installation can work on pictures: Pillow is in the extra `pictures`."""

from functools import cache
from importlib import import_module


@cache
def able() -> bool:
    """Whether Pillow is installed and can be loaded. Its core alone is loaded for that."""
    try:
        return bool(import_module("PIL._imaging"))
    except ImportError:
        return False
