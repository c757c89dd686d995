"""What `source` says is enough to tell which parts of an original changed, and changes for nothing else."""

from hypothesis import given, strategies as st

from sitegen.content.parse import parse
from sitegen.foundation.diagnostics import Span
from sitegen.foundation.digest import digest_bytes
from sitegen.model.document import Source
from sitegen.model.wording import Changes, Part, changes, moved, part, source_of

HERE = Span("x")
WORDS = st.lists(st.sampled_from(["eple", "pære", "plomme", "kirsebær", "bringebær"]), min_size=1, max_size=8).map(
    " ".join
)
WORDINGS = st.dictionaries(st.sampled_from([f"field{number}" for number in range(12)]), WORDS, min_size=1)


def parts_of(wording: dict[str, str]) -> tuple[Part, ...]:
    return tuple(part(name, name, words, HERE) for name, words in sorted(wording.items()))


@given(WORDINGS, st.data())
def test_the_parts_that_changed_are_named_and_no_others(wording: dict[str, str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(wording)))
    now = {**wording, name: wording[name] + " med fløte"}
    found = changes(parts_of(now), source_of(parts_of(wording)))
    assert found is not None
    assert [each.name for each in found.changed] == [name]
    assert found.gone == 0


@given(WORDINGS)
def test_nothing_changed_where_only_lines_are_broken_anew(wording: dict[str, str]) -> None:
    broken = {name: words.replace(" ", "\n  ") + "\n" for name, words in wording.items()}
    assert changes(parts_of(broken), source_of(parts_of(wording))) is None


@given(WORDINGS, st.data())
def test_parts_that_are_gone_are_counted(wording: dict[str, str], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted(wording)), min_size=1))
    left = {name: words for name, words in wording.items() if name not in gone}
    assert changes(parts_of(left), source_of(parts_of(wording))) == Changes((), len(gone))


@given(WORDINGS, st.data())
def test_what_the_tools_rewrite_keeps_what_was_fresh_and_what_was_stale(
    wording: dict[str, str], data: st.DataObject
) -> None:
    stale = data.draw(st.sets(st.sampled_from(sorted(wording))))
    before = {name: words + " ny" if name in stale else words for name, words in wording.items()}
    after = {name: words.replace("eple", "event:eple") for name, words in before.items()}
    kept = moved(source_of(parts_of(wording)), parts_of(before), parts_of(after))
    found = changes(parts_of(after), kept)
    assert {each.name for each in found.changed} == stale if found else not stale


def test_eight_digits_alone_tell_that_something_changed_and_not_what() -> None:
    before, after = parts_of({"title": "Før"}), parts_of({"title": "Etter"})
    short = source_of(before).split()[0]
    assert changes(before, short) is None
    assert changes(after, short) == Changes()
    assert moved(short, before, after) == source_of(after).split()[0]


def test_the_wording_is_fields_and_sections_and_no_facts() -> None:
    data = b"---\ntitle: T\nslug: s\nstart: 2027-05-04\nprogramme:\n  - {title: P, start: 10:00}\n---\nA\n\n## B\n\nC\n"
    found = parse(Source("content/events/x.nb.md", data, digest_bytes(data)), ("nb",)).value
    assert found is not None
    said = [(each.name, each.label) for each in found.document.parts]
    assert said == [
        ("programme/0/title", "programme.1.title"),
        ("title", "title"),
        ("#", "the text before the first heading"),
        ("#b", "B"),
    ]
