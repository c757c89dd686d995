"""How many random scripts it takes to find each planted bug: `python -m tests.pipeline.power 200`.

Prints for each the number of the first script that finds it, of as many as are allowed.
"""

import sys
import tempfile
from pathlib import Path

import pytest

from . import quick, versions
from .edits import random_script
from .harness import Harness
from .planted import PLANTS, Plant


def first(plant: Plant, scripts: int, steps: int = 8) -> int | None:
    """The number of the first script that finds the bug."""
    with pytest.MonkeyPatch.context() as patch:
        versions.install(patch)
        quick.install(patch)
        plant.apply(patch)
        for seed in range(scripts):
            with tempfile.TemporaryDirectory() as root:
                if Harness(Path(root)).run(random_script(seed, steps)):
                    return seed + 1
    return None


def main(scripts: int = 100) -> None:
    for plant in PLANTS:
        found = first(plant, scripts)
        print(f"{found if found else f'not in {scripts}':>12}  {plant.name}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
