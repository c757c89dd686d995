"""The harness finds bugs: each test plants one that other generators had, and random scripts find it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.engine import build as build_module, decide as decide_module, publish, spare, tree
from sitegen.engine.build import Built
from sitegen.engine.decide import Decision
from sitegen.engine.question import ABSENT, Answers, Asked, Question
from sitegen.engine.trace import Memory, Trace, remember
from sitegen.foundation.digest import Digest, digest_value

from .toy import DiskHarness, Harness, Table, Thing as T, grounds, put, questions, random_script

SEEDS = range(150)


def found(harness: type[Harness]) -> bool:
    return any(not harness().holds(random_script(seed)) for seed in SEEDS)


def found_on_disk(root: Path, scripts: int = 30) -> bool:
    return any(not DiskHarness(root / str(n)).holds(random_script(n)) for n in range(scripts))


def test_without_a_planted_bug_the_harness_is_content() -> None:
    """None of the scripts that find the bugs finds one in the engine as it is."""
    assert not found(Harness)


@pytest.mark.parametrize("name", ["text", "links", "body", "names", "colour"])
def test_a_digest_that_ignores_its_answer(name: str) -> None:
    """Found for each sort of question."""

    class Planted(Harness):
        def answers(self) -> Answers:
            asked = questions(self.world)
            asked[name] = Asked(asked[name].answer, lambda *args: digest_value(args))
            return Answers(asked, grounds(self.world))

    # `body` has no text of its own: whoever asks it asks `text` as well, so nothing can come of it.
    assert found(Planted) == (name != "body")


def test_a_digest_that_ignores_order() -> None:
    """Found: lists go stale when only their order changes."""

    class Planted(Harness):
        def answers(self) -> Answers:
            asked = questions(self.world)
            names = asked["names"].answer
            asked["names"] = Asked(names, lambda tag: digest_value(sorted(names(tag))))  # type: ignore[call-overload]
            return Answers(asked, grounds(self.world))

    assert found(Planted)


def test_questions_that_found_nothing_are_not_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found: what was missing and appears must change who looked for it."""

    def forgetful(version: str, traces: Any, because: Any, answers: Answers) -> Memory:
        kept = [
            Trace(each.output, tuple(q for q in each.asked if answers.digest(q) != ABSENT), each.results)
            for each in traces
        ]
        return remember(version, kept, because, answers)

    monkeypatch.setattr(build_module, "remember", forgetful)
    assert found(Harness)


def test_a_question_gone_absent_counts_as_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found: what vanished must change who saw it."""

    def changed(memory: Memory, answers: Answers) -> frozenset[Question]:
        now = {each: answers.digest(each) for each in memory.answers}
        return frozenset(q for q, old in memory.answers.items() if now[q] not in (old, ABSENT))

    monkeypatch.setattr(decide_module, "_changed", changed)
    assert found(Harness)


def test_the_questions_of_a_part_are_not_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found: a shared part must pass its questions on to each that uses it."""
    honest = Answers.part

    def planted(self: Answers, key: Question, make: Any, asker: set[Question]) -> Any:
        return honest(self, key, make, set())

    monkeypatch.setattr(Answers, "part", planted)
    assert found(Harness)


def test_only_the_first_user_of_a_part_gets_its_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found: also when the part was made already."""
    honest = Answers.part

    def planted(self: Answers, key: Question, make: Any, asker: set[Question]) -> Any:
        return honest(self, key, make, asker if key not in self._parts else set())

    monkeypatch.setattr(Answers, "part", planted)
    assert found(Harness)


def test_answers_are_kept_from_build_to_build() -> None:
    """Found: answers are those of one build."""
    kept: dict[int, Answers] = {}

    class Planted(Harness):
        def answers(self) -> Answers:
            return kept.setdefault(id(self), super().answers())

    assert found(Planted)


def test_a_changed_recipe_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found: another recipe for the same path makes other bytes."""
    honest = decide_module._reason

    def planted(output: Any, trace: Trace | None, *others: Any) -> Any:
        same = trace and Trace(output, trace.asked, trace.results)
        return honest(output, same, *others)

    monkeypatch.setattr(decide_module, "_reason", planted)
    assert found(Harness)


def test_a_changed_generator_is_ignored() -> None:
    """Found: another version makes other bytes of the same answers."""

    class Planted(Harness):
        def _build(self, memory: Memory, target: Any) -> Built:
            same = Memory(self.world.version, memory.answers, memory.traces, memory.because)
            return super()._build(same, target)

    assert found(Planted)


def test_removed_outputs_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found: what is no longer wanted must go."""

    class Hoarder(Table):
        def commit(self, manifest: Mapping[str, Digest]) -> Any:
            old = self.files
            published = super().commit(manifest)
            self.files = {**old, **self.files}
            return published

    class Planted(Harness):
        def build(self) -> Built:
            self.table = Hoarder(self.table.files)
            return self._build(self.memory, self.table)

    assert found(Planted)


def test_memory_is_saved_though_the_build_failed() -> None:
    """Found: after a failed build, yesterday's answers still are the ones that the tree was made of."""

    class Planted(Harness):
        def failed(self) -> None:
            old = self.memory
            self.memory = remember(self.world.version, old.traces.values(), old.because, self.answers())

    assert found(Planted)


def test_every_output_with_a_trace_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found: the bluntest bug."""
    honest = decide_module.decide

    def planted(outputs: Any, memory: Memory, *others: Any) -> Decision:
        decision = honest(outputs, memory, *others)
        lazy = {path: memory.traces[path] for path in decision.stale if path in memory.traces}
        stale = {path: reason for path, reason in decision.stale.items() if path not in lazy}
        return Decision(stale, {**decision.fresh, **lazy}, decision.removed)

    monkeypatch.setattr(build_module, "decide", planted)
    assert found(Harness)


@pytest.fixture
def no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spare, "sync_path", lambda path: None)
    monkeypatch.setattr(spare, "sync_all", lambda path: None)


@pytest.mark.usefixtures("no_sync")
def test_publishing_keeps_removed_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found on the disk: the spare tree must lose what the manifest does not name."""
    monkeypatch.setattr(spare.Spare, "reduce", lambda self, wanted: None)
    assert found_on_disk(tmp_path)


@pytest.mark.usefixtures("no_sync")
def test_publishing_trusts_the_spare_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found on the disk: the spare tree is two builds old."""
    monkeypatch.setattr(spare.Spare, "has", lambda self, path, live: path in self.files)
    assert found_on_disk(tmp_path)


@pytest.mark.usefixtures("no_sync")
def test_files_are_known_by_their_size_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found on the disk: somebody's edit of the same size must be undone by the next build."""

    def edited(root: Path) -> bool:
        harness = DiskHarness(root)
        harness.step([put("a", T("x"))])
        harness.output.joinpath("leaf/a").write_bytes(harness.expected["leaf/a"].swapcase())
        return harness.step([])

    assert edited(tmp_path / "honest")
    monkeypatch.setattr(tree, "numbers_of", lambda status: (0, status.st_size, 0, 0))
    assert not edited(tmp_path / "planted")


@pytest.mark.usefixtures("no_sync")
def test_the_bytes_at_hand_are_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found on the disk: publishing refuses a manifest whose bytes nobody has."""
    honest = decide_module.decide
    monkeypatch.setattr(build_module, "decide", lambda *args: honest(*args[:4]))
    harness = DiskHarness(tmp_path)
    assert harness.step([put("a", T("x"))])
    harness.output.joinpath("leaf/a").unlink()
    with pytest.raises(publish.MissingResult):
        harness.step([])
