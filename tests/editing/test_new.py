"""A new document is asked for in the editor's words, and written when it is one that the site takes."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from sitegen.content.parse import parse
from sitegen.editing.new import Draft, plan_new, suggested_id, text_of
from sitegen.foundation.diagnostics import has_errors
from sitegen.foundation.digest import digest_bytes
from sitegen.foundation.text import control_character
from sitegen.model.document import Source
from sitegen.model.reference import ID, Ref

from .stage import codes, files_in, site_in, sitegen


def test_everything_can_be_said_by_options(tmp_path: Path) -> None:
    desk = site_in(tmp_path)
    options = ["--lang", "nb", "--title", "Vårmøte: grønne innkjøp på Åsane", "--set", "start=2027-03-04 10:00"]
    more = [
        "venue.name=Rådhuset",
        "topics=klima",
        "organisers=digdir",
        "programme.0.title=Åpning",
        "programme.0.start=10:00",
    ]
    more += ["programme.1.title=Mer, og mer", "summary=# nei: ja", "x-merke=ja"]
    result = sitegen(tmp_path, "new", "event", *options, *(part for each in more for part in ("--set", each)))
    assert result.exit_code == 0, result.output
    assert result.stdout.strip().endswith("content/events/varmote-gronne-innkjop-pa-asane.nb.md")
    assert (tmp_path / "content/events/varmote-gronne-innkjop-pa-asane.nb.md").read_text("utf-8") == (
        "---\n"
        "title: 'Vårmøte: grønne innkjøp på Åsane'\n"
        "summary: '# nei: ja'\n"
        "start: 2027-03-04 10:00\n"
        "venue:\n"
        "  name: Rådhuset\n"
        "topics: [klima]\n"
        "organisers: [digdir]\n"
        "programme:\n"
        "  - title: Åpning\n"
        "    start: 10:00\n"
        "  - title: Mer, og mer\n"
        "x-merke: ja\n"
        "---\n"
    )
    assert codes(desk) == []


def test_questions_are_asked_until_the_answer_is_good(tmp_path: Path) -> None:
    desk = site_in(tmp_path)
    answers = "no\nsv\n\nSommarmöte\ni morgon\n2027-06-04\nÅ nei\nfrokost\nsommar\n"
    result = sitegen(tmp_path, "new", "event", answers=answers)
    assert result.exit_code == 0, result.output
    for said in (
        "“no” is no language of this site; it has nb, nn, sv, da.",
        "The field “title” is empty, and it is required.",
        "“i morgon” is not a date, nor a date and time. Write 2026-03-04 or 2026-03-04 10:00.",
        "“Å nei” is not an id: use lower-case letters a–z, digits and hyphens.",
        "There is a document “event:frokost” already.",
        "When it begins: 2027-03-04 10:00",
    ):
        assert said in result.output
    assert (tmp_path / "content/events/sommar.sv.md").read_text(
        "utf-8"
    ) == "---\ntitle: Sommarmöte\nstart: 2027-06-04\n---\n"
    assert codes(desk) == []


@pytest.mark.parametrize(
    ("kind", "settings", "path"),
    [
        ("news", ["published=2027-01-02"], "content/news/navn.nb.md"),
        ("project", ["status=idea"], "content/projects/navn.nb.md"),
        ("page", [], "content/pages/navn.nb.md"),
        ("person", [], "content/people/navn.md"),
        ("organisation", [], "content/organisations/navn.md"),
        ("topic", [], "content/topics/navn.md"),
    ],
)
def test_every_kind_goes_to_its_folder(tmp_path: Path, kind: str, settings: list[str], path: str) -> None:
    desk = site_in(tmp_path)
    neutral = not path.endswith(".nb.md")
    options = [part for each in settings for part in ("--set", each)] + ([] if neutral else ["--lang", "nb"])
    assert sitegen(tmp_path, "new", kind, "--title", "Navn", *options).exit_code == 0
    assert (tmp_path / path).is_file()
    assert codes(desk) == []


def test_a_topic_can_have_a_name_for_each_language(tmp_path: Path) -> None:
    desk = site_in(tmp_path)
    result = sitegen(tmp_path, "new", "topic", "--id", "miljo", "--set", "name.nb=Miljø", "--set", "name.sv=Miljö")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "content/topics/miljo.md").read_text("utf-8") == "---\nname:\n  nb: Miljø\n  sv: Miljö\n---\n"
    assert codes(desk) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--title", "A", "--set", "start=x"], "“x” is not a date"),
        (["--title", "A", "--set", "start=2027-05-04", "--set", "strat=2027-05-04"], "Did you mean “start”"),
        (["--title", "A", "--set", "start=2027-05-04", "--set", "venue=Oslo"], "Fields are expected under “venue”"),
        (["--title", "A", "--set", "start=2027-05-04", "--set", "venue.by=Oslo"], "no field “by”"),
        (["--title", "A", "--set", "start=2027-05-04", "--set", "links.1.title=A"], "does not go together"),
        (["--title", "A", "--set", "start=2027-05-04", "--set", "start=2027-05-05"], "does not go together"),
        (["--title", "A", "--id", "B", "--set", "start=2027-05-04"], "is not an id"),
        (["--title", "A", "--id", "frokost", "--set", "start=2027-05-04"], "already"),
        (["--title", "A", "--set", "start=2027-05-04", "--set", "end=2027-05-01"], "mistakes would come of it"),
        (["--title", "A", "--set", "start=2027-05-04", "--set", "topics=klimaa"], "mistakes would come of it"),
        (["--title", "A", "--set", "start=2027-05-04", "--set", "topics"], "write it as field=value"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_written(tmp_path: Path, options: list[str], said: str) -> None:
    site_in(tmp_path)
    before = files_in(tmp_path)
    result = sitegen(tmp_path, "new", "event", "--lang", "nb", *options)
    assert result.exit_code in (1, 2)
    assert said in " ".join(result.output.split())
    assert files_in(tmp_path) == before


@given(st.text(max_size=200))
def test_a_suggested_id_is_one(title: str) -> None:
    found = suggested_id(title)
    assert found == "" or (ID.fullmatch(found) and len(found) <= 60)


WORDS = st.text(min_size=1, max_size=30).filter(
    lambda text: text.strip() and control_character(text) is None and "\n" not in text
)
VALUES = st.recursive(
    WORDS, lambda inner: st.dictionaries(st.sampled_from("abc"), inner, min_size=1, max_size=3), max_leaves=5
)


@given(WORDS, st.dictionaries(st.sampled_from(["x-a", "x-b"]), VALUES | st.lists(WORDS, min_size=1, max_size=3)))
def test_whatever_the_words_the_file_can_be_read(title: str, more: dict[str, object]) -> None:
    fields = {"title": title, "published": "2027-01-02", **more}
    data = text_of(fields).encode()  # type: ignore[arg-type]
    found = parse(Source("content/news/x.nb.md", data, digest_bytes(data)), ("nb",))
    assert not has_errors(found.diagnostics), data
    plan_new(Draft(Ref("news", "x"), "nb"), fields, ("nb",))  # type: ignore[arg-type]
