"""What tests of publishing share."""

import sys

import pytest

from sitegen.engine import look


@pytest.fixture(params=["here", "aside"])
def looking(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once with trees that this process looks at, and once with another process that does, however few files."""
    monkeypatch.setattr(look, "MANY", 0 if request.param == "aside" else sys.maxsize)
