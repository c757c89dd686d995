"""Places for small sites, and builds of them that cost little."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.calendars.sites import Place
from tests.pipeline import quick


@pytest.fixture(scope="module", autouse=True)
def quickly() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        quick.install(patch)
        yield


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)
