"""Quick builds: pure functions are remembered from build to build, and no disk is waited for."""

from collections.abc import Iterator

import pytest

from . import quick, versions


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Builds that cost little, by a generator that has versions."""
    versions.install(monkeypatch)
    quick.install(monkeypatch)
    yield
    versions.VERSION.number = 0
