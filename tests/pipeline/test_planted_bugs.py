"""The harness finds incremental bugs that are planted in the real pipeline, each by a short script."""

from pathlib import Path

import pytest

from .harness import Harness
from .planted import PLANTS, Plant

pytestmark = pytest.mark.usefixtures("quickly")


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_a_planted_bug_is_found(plant: Plant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its script holds without the bug, and does not with it."""
    assert Harness(tmp_path / "honest").run(plant.script) == ""
    plant.apply(monkeypatch)
    assert Harness(tmp_path / "planted").run(plant.script) != ""
