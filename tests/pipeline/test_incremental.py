"""Whatever is edited between builds, the published tree is that of a clean build, byte for byte.

`PIPELINE_SCRIPTS=10000 PIPELINE_STEPS=30 pytest tests/pipeline/test_incremental.py` is the long run.
"""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from .author import Author
from .edits import EDITS, LARGEST, Edit, Script, random_script
from .harness import Harness, good

pytestmark = pytest.mark.usefixtures("quickly")
SCRIPTS = int(os.environ.get("PIPELINE_SCRIPTS", "8"))
FIRST = int(os.environ.get("PIPELINE_FIRST", "0"))
STEPS = int(os.environ.get("PIPELINE_STEPS", "6"))

numbers = st.integers(0, LARGEST - 1)
edits = st.builds(Edit, st.sampled_from(sorted(EDITS)), numbers, numbers, numbers)
additions = st.lists(st.builds(Edit, st.just("add"), numbers, numbers, numbers), min_size=1, max_size=6)
scripts = st.builds(
    lambda first, others: [first, *others], additions, st.lists(st.lists(edits, max_size=4), max_size=5)
)


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SCRIPTS))
def test_random_scripts_leave_what_clean_builds_leave(seed: int, tmp_path: Path) -> None:
    """Tree, diagnostics and next change; after a build that fails, the tree of the last good one."""
    assert Harness(tmp_path).run(random_script(seed, STEPS)) == ""


BY_LANGUAGE = {
    "a room of an event": Author().add("event", "fritt").fact("event", "fritt", "where", 3)
    .then().fact("event", "fritt", "where", 4),
    "a person's role": Author().add("person", "anna").fact("person", "anna", "role", 2)
    .then().fact("person", "anna", "role", 3),
    "an organisation's short name": Author().add("organisation", "byen").fact("organisation", "byen", "short", 2)
    .then().fact("organisation", "byen", "short", 3),
    "a topic's description": Author().add("topic", "miljo").fact("topic", "miljo", "description", 2)
    .then().fact("topic", "miljo", "description", 3),
}  # fmt: skip


@pytest.mark.parametrize("author", BY_LANGUAGE.values(), ids=BY_LANGUAGE)
def test_words_by_language_of_a_neutral_document(author: Author, tmp_path: Path) -> None:
    """Are seen to change: once they had no part in the digest of the facts."""
    harness = Harness(tmp_path)
    assert harness.run(author.script) == ""
    assert good(harness.report)


def test_the_same_instant_by_another_clock(tmp_path: Path) -> None:
    """Is another time on pages and cards: an event's ten o'clock in Helsinki becomes nine o'clock in Oslo."""
    author = Author().add("event", "fritt").fact("event", "fritt", "when", 4).then().fact("event", "fritt", "when", 7)
    harness = Harness(tmp_path)
    assert harness.run(author.script) == ""
    assert good(harness.report)


@given(scripts)
@settings(
    max_examples=int(os.environ.get("PIPELINE_EXAMPLES", "8")),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_script_leaves_what_clean_builds_leave(script: Script) -> None:
    """The same for scripts that are shrunk to the few edits which matter, should one fail."""
    with tempfile.TemporaryDirectory() as root:
        assert Harness(Path(root)).run(script) == ""
