"""Who names whom: references become documents, and are read backwards."""

from pathlib import Path
from random import Random
from typing import cast

from sitegen.content.configuration import parse_configuration
from sitegen.content.parse import parse
from sitegen.content.read import read_folder
from sitegen.graph.addresses import SECTIONS
from sitegen.graph.assemble import Input, assemble
from sitegen.graph.lists import ties
from sitegen.graph.questions import QUESTIONS
from sitegen.graph.readers import link
from sitegen.graph.site import Backlink, Site
from sitegen.kinds.news import News
from sitegen.model.body import Body
from sitegen.model.reference import Ref
from tests.cases.site_cases import NOW, lay_out, loaded, site_in, site_of

FILES = """\
@ content/projects/brinc.nb.md
---
title: BRINC
status: dialogue
lead: [digdir]
---
@ content/news/a.nb.md
---
title: A
published: 2027-01-02
authors: [kari, "organisation:digdir"]
about: [frokost, brinc]
related: [klima]
---

Se [frokosten](event:frokost) og [igjen](event:frokost), og [denne saken](news:a).
@ content/news/a.sv.md
---
translates: nb
title: A
---

Se [klimat](topic:klima).
@ content/news/b.nb.md
---
title: B
published: 2027-01-03
about: [frokost]
---
"""
DRAFT = """\
@ content/news/utkast.nb.md
---
title: Hemmelig
published: 2027-01-01
draft: true
aliases: [/hemmelig/]
about: [frokost]
---

Se [Kari](person:kari).
"""
FROKOST = Ref("event", "frokost")


def test_bare_ids_become_documents_of_a_kind(tmp_path: Path) -> None:
    facts = cast(News, site_in(tmp_path, FILES).entities[Ref("news", "a")].facts)
    assert facts.authors == (Ref("person", "kari"), Ref("organisation", "digdir"))
    assert facts.about == (FROKOST, Ref("project", "brinc"))
    assert facts.related == (Ref("topic", "klima"),)


def test_backlinks_are_the_references_read_backwards_each_once_with_its_role(tmp_path: Path) -> None:
    site = site_in(tmp_path, FILES)
    assert site.backlinks[FROKOST] == (
        Backlink(Ref("news", "a"), "about"),
        Backlink(Ref("news", "a"), "mentions"),
        Backlink(Ref("news", "b"), "about"),
    )
    assert site.backlinks[Ref("topic", "klima")] == (
        Backlink(Ref("news", "a"), "mentions"),
        Backlink(Ref("news", "a"), "related"),
    )
    assert Ref("news", "a") not in site.backlinks, "a document that names itself is no backlink"


def test_backlinks_and_mentions_agree(tmp_path: Path) -> None:
    site = site_in(tmp_path, FILES)
    forward = {(source, target) for source, targets in site.mentions.items() for target in targets}
    backward = {(each.source, target) for target, links in site.backlinks.items() for each in links}
    assert forward == backward


def test_ties_are_listed_by_kind_and_role_the_newest_news_first(tmp_path: Path) -> None:
    found = ties(site_in(tmp_path, FILES), "event:frokost")
    assert [(each.kind, each.role, [ref.id for ref in each.refs]) for each in found] == [
        ("news", "about", ["b", "a"]),
        ("news", "mentions", ["a"]),
    ]


def test_a_new_meaning_of_a_bare_id_changes_the_digest(tmp_path: Path) -> None:
    """The file is the same, but what it names is another document."""
    page = "@ content/news/x.nb.md\n---\ntitle: X\npublished: 2027-01-01\nauthors: [ny]\n---\n"
    digests = set()
    for number, folder in enumerate(("people", "organisations")):
        site = site_in(tmp_path / str(number), f"{page}@ content/{folder}/ny.md\n---\nname: Ny\n---\n")
        digests.add(site.entities[Ref("news", "x")].digest)
    assert len(digests) == 2


def test_a_draft_leaves_no_trace(tmp_path: Path) -> None:
    plain, drafted = tmp_path / "plain", tmp_path / "drafted"
    one, other = site_in(plain, FILES), site_in(drafted, FILES + DRAFT)
    for field in ("entities", "backlinks", "mentions", "addresses", "files"):
        assert getattr(one, field) == getattr(other, field)
    assert link(other, "news:utkast", "nb") is None


def test_a_link_to_a_draft_is_left_out_with_a_warning(tmp_path: Path) -> None:
    naming = "@ content/news/c.nb.md\n---\ntitle: C\npublished: 2027-01-01\nrelated: [utkast]\n---\n"
    lay_out(site_of(FILES + DRAFT + naming), tmp_path)
    made = loaded(tmp_path)
    assert [(each.code, each.level) for each in made.diagnostics] == [("draft-reference", "warning")]
    assert made.good
    assert made.site
    assert Ref("news", "utkast") not in made.site.mentions.get(Ref("news", "c"), ())


def answers_of(site: Site) -> dict[tuple[str, ...], object]:
    """What a site answers to the questions that take a document and a language, or nothing."""
    found: dict[tuple[str, ...], object] = {}
    for ref in site.entities:
        for lang in site.config.tags:
            for name in ("card", "link", "shown"):
                found[name, str(ref), lang] = QUESTIONS[name](site, str(ref), lang)
        for name in ("ties", "editions", "over", "contacts"):
            found[name, str(ref)] = QUESTIONS[name](site, str(ref))
    for name in ("upcoming", "latest_news", "projects_by_status", "event_years", "news_years"):
        found[name,] = QUESTIONS[name](site)
    return found


def test_the_order_of_documents_is_no_matter(tmp_path: Path) -> None:
    lay_out(site_of(FILES + DRAFT), tmp_path)
    config = parse_configuration((tmp_path / "site.yaml").read_bytes(), tuple(sorted(SECTIONS))).value
    assert config
    sources = read_folder(tmp_path).sources
    documents = [parsed.value.document for source in sources if (parsed := parse(source, config.tags)).value]
    found = []
    for seed in range(5):
        shuffled = tuple(Random(seed).sample(documents, len(documents)))
        site, wrong = assemble(Input(config, shuffled, frozenset(), (), {}, lambda _: Body()), NOW)
        found.append((answers_of(site), wrong, list(site.entities), site.backlinks, site.addresses))
    assert all(each == found[0] for each in found)
