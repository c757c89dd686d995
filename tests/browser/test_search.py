"""Searching in Chromium, on the portal's own content: what is found, picked out, told, and kept in the address.

Pages are under `default-src 'self'`; only the file of the worker that searches may have another policy.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Stage
from tests.browser.searching import PAGES, answered, queries, search, titles
from tests.browser.serving import HEADER, POLICY, SEARCHING, STRICT, WIDE, served
from tests.browser.visiting import LEVELS, LOOKS, NARROW, _axe, _findings, _sideways
from tests.portal.conftest import Portal

WATCH = """
document.addEventListener("securitypolicyviolation", event =>
  console.error(event.violatedDirective + " " + event.blockedURI));
"""
ALLOWING = {
    "no policy": (),
    "script-src": WIDE,
    "default-src": (f"{HEADER}: default-src 'self' 'wasm-unsafe-eval'",),
    "eval": (f"{HEADER}: script-src 'self' 'unsafe-eval'; default-src 'self'",),
    "neither of both": (f"{HEADER}: img-src 'self'",),
    "large letters, little space": (f"{HEADER}: default-src 'self';Script-Src 'SELF'  'WASM-Unsafe-Eval';",),
    "the first of two directives": (f"{HEADER}: script-src 'self' 'wasm-unsafe-eval'; script-src 'self'",),
    "two headers": (f"{HEADER}: img-src 'self'", *WIDE),
    "for reports alone": (f"{HEADER}-Report-Only: {POLICY}",),
}
FORBIDDING = {
    "default-src": STRICT,
    "script-src": (f"{HEADER}: default-src 'self' 'wasm-unsafe-eval'; script-src 'self'",),
    "for elements alone": (f"{HEADER}: default-src 'self'; script-src-elem 'self' 'wasm-unsafe-eval'",),
    "the first of two directives": (f"{HEADER}: script-src 'self'; script-src 'self' 'wasm-unsafe-eval'",),
    "two policies": (f"{HEADER}: {POLICY}, {SEARCHING}",),
    "two headers": (*STRICT, *WIDE),
    "allowed for reports alone": (*STRICT, f"{HEADER}-Report-Only: {SEARCHING}"),
}


@pytest.fixture(scope="module")
def origin(portal: Portal) -> Iterator[str]:
    """The portal; WebAssembly is allowed to the worker that searches, and to no page."""
    with served(portal.root, worker=WIDE) as address:
        yield address


@pytest.fixture
def told() -> list[str]:
    """What the browser complains of: violations, and all that pages and their workers say on the console."""
    return []


@pytest.fixture
def watched(browser: Browser, told: list[str]) -> Iterator[Page]:
    """A window whose complaints are heard."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    opened = context.new_page()
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    yield opened
    context.close()


@pytest.fixture
def page(watched: Page, told: list[str]) -> Iterator[Page]:
    """A window of which nothing may be complained."""
    yield watched
    watched.context.close()
    assert told == []


@pytest.mark.parametrize("lang", PAGES)
def test_words_in_any_form_find_their_page(page: Page, origin: str, lang: str) -> None:
    """Each query of the table, in the language of the page or, in a group of their own, in another."""
    asked = [query for query in queries() if query.lang == lang]
    page.goto(f"{origin}/{PAGES[lang]}")
    missed = {}
    for query in asked:
        search(page, query.words)
        shown = titles(page, query.group)
        if not query.is_answered(shown) or (query.group == "others" and query.title in titles(page)):
            missed[f"{query}: {query.title}"] = shown
    assert len(asked) >= 6
    assert missed == {}


def test_a_page_in_another_language_is_no_hit_of_the_readers(page: Page, origin: str) -> None:
    """The Danish page of a Swedish text has Swedish words, and is found among those of other languages alone."""
    page.goto(f"{origin}/da/sog/?q=upphandling+i+vården")
    answered(page, "upphandling i vården")
    title = "Exempelwebbinarium om upphandling i vården"
    assert title not in titles(page)
    link = page.locator("#others a", has_text=title)
    assert urlsplit(link.get_attribute("href") or "").path.startswith("/da/")
    assert link.get_attribute("lang") == "sv"
    link.click()
    assert page.locator("h1").inner_text() == title
    assert page.locator("html").get_attribute("lang") == "da"


def test_a_hit_tells_when_it_is_and_whether_it_takes_place(page: Page, origin: str) -> None:
    """As lists do: a reader must not travel to what was called off."""
    page.goto(f"{origin}/nb/sok/?q=leverandørdag+i+Bodø")
    answered(page, "leverandørdag i Bodø")
    hit = page.locator("#own .entry", has_text="10. februar 2027").first
    expect(hit.locator(".state .ds-tag")).to_have_text("Avlyst")
    expect(hit.locator(".state .ds-tag")).to_have_attribute("data-color", "danger")
    page.goto(f"{origin}/nb/sok/?q=samling+fylke&year=2033")
    answered(page, "samling fylke")
    days = page.locator("#own .entry").first
    expect(days.locator(".day")).to_have_text(re.compile(r"^11\.\s?–\s?12\. oktober 2033$"))
    expect(days.locator(".state")).to_have_count(0)


def test_hits_are_picked_out_and_the_address_keeps_it(page: Page, origin: str) -> None:
    """By kind and country together; going back undoes one choice after the other."""
    page.goto(f"{origin}/nb/sok/")
    search(page, "anskaffelser")
    every = page.locator("#own h2").count()
    page.get_by_label("Arrangementer").check()
    expect(page.locator("#own .kind")).to_have_text(["Arrangement"] * 10)
    events = titles(page)
    page.locator("fieldset[data-name=countries]").get_by_label("Danmark").check()
    expect(page.locator("#own h2")).not_to_have_count(len(events))
    both = titles(page)
    assert set(both) < set(events)
    assert both
    assert parse_qs(urlsplit(page.url).query) == {"q": ["anskaffelser"], "kind": ["event"], "countries": ["DK"]}
    page.reload()
    answered(page, "anskaffelser")
    assert titles(page) == both
    page.go_back()
    expect(page.locator("#own h2")).to_have_text(events)
    page.go_back()
    expect(page.locator("#own h2")).to_have_count(every)
    assert not page.get_by_label("Arrangementer").is_checked()


def test_a_choice_says_how_many_hits_it_leaves(page: Page, origin: str) -> None:
    page.goto(f"{origin}/sv/sok/?q=inköp")
    answered(page, "inköp")
    for name in ("kind", "countries"):
        label = page.locator(f"fieldset[data-name={name}] label:visible").last
        count = int(label.get_attribute("data-count") or "")
        label.locator("input").check()
        assert 0 < count < 10
        expect(page.locator("#hits .entry:visible")).to_have_count(count)
        label.locator("input").uncheck()


def test_more_hits_come_on_demand_and_the_keyboard_goes_on_there(page: Page, origin: str) -> None:
    page.goto(f"{origin}/nb/sok/?q=anskaffelser")
    answered(page, "anskaffelser")
    first = titles(page)
    assert len(first) == 10
    page.locator("#more").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#own h2")).not_to_have_count(10)
    assert titles(page)[:10] == first
    expect(page.locator("#own h2 a").nth(10)).to_be_focused()


def test_no_hits_are_explained_and_the_lists_are_there(page: Page, origin: str) -> None:
    page.goto(f"{origin}/nb/sok/?q=qwxzptk")
    answered(page, "qwxzptk")
    assert page.locator("#nothing li:visible").count() >= 2
    assert page.locator("#everything a").first.is_visible()
    assert page.locator("#hits").is_hidden()


def test_what_choices_hide_is_told_and_they_can_be_cleared_there(page: Page, origin: str) -> None:
    """A choice that is left from the words before: nothing else may be said to be wrong with these."""
    page.goto(f"{origin}/nb/sok/")
    search(page, "krav")
    page.get_by_label("Arrangementer").check()
    search(page, "personvern")
    expect(page.locator("#told")).to_contain_text("med disse valgene")
    assert titles(page) == []
    assert page.locator("#nothing").is_hidden()
    page.locator("#left").get_by_role("button").click()
    expect(page.locator("#own h2")).to_have_text(["Personvern"])
    expect(page.locator("#left")).to_be_hidden()
    assert not page.get_by_label("Arrangementer").is_checked()


def test_excerpts_show_what_is_found_and_where_they_are_cut(page: Page, origin: str) -> None:
    """Also as a later part of a compound, and in another form; one that is whole has no dots."""
    page.goto(f"{origin}/nb/sok/")
    search(page, "innspillmøte Hamar")
    cut = page.locator("#own .entry", has_text="Regionalt innspillmøte på Hamar").locator(".summary")
    assert re.fullmatch(r"(… )?[^…]* …|… [^…]*", cut.inner_text())
    assert {"innspillmøtet", "Hamar"} <= set(cut.locator("mark").all_inner_texts())
    search(page, "møte")
    part = page.locator("#own .entry", has_text="Regionalt innspillmøte på Hamar").locator("mark")
    assert set(part.all_inner_texts()) == {"innspillmøte", "møtet"}
    search(page, "prosjektleder")
    whole = page.locator("#own .entry", has_text="Ingvild Eksempelstad").locator(".summary")
    assert "…" not in whole.inner_text()
    expect(whole.locator("mark")).to_have_text(["Prosjektleder"])


def test_hits_and_choices_are_accessible(page: Page, origin: str) -> None:
    """Wide and light, narrow and dark; axe sees what is shown, and nothing is wider than the window."""
    page.goto(f"{origin}/sv/sok/?q=grön")
    answered(page, "grön")
    page.evaluate(_axe())
    found = [*_findings(page, LEVELS), *_sideways(page)]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    found += [*_findings(page, LOOKS), *_sideways(page)]
    assert page.locator("#others li.entry").count() > 2
    assert found == []


def test_words_are_words_and_no_markup(page: Page, origin: str) -> None:
    page.goto(f"{origin}/nb/sok/?q=%3Cimg+src%3Dx+onerror%3Ddocument.title%3D1%3E+%24%26")
    answered(page, "<img src=x onerror=document.title=1> $&")
    assert page.locator("main img").count() == 0


def test_the_keyboard_alone_is_enough(page: Page, origin: str) -> None:
    """From the field in the head of a page to a hit."""
    page.goto(f"{origin}/nb/")
    page.get_by_role("search").get_by_role("searchbox").focus()
    page.keyboard.type("hamar")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nb/sok/?q=hamar")
    answered(page, "hamar")
    wanted = page.locator("#own a").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/nb/arrangementer/**")


def test_pages_that_search_have_the_strictest_policy(page: Page, origin: str) -> None:
    """A worker has the policy of its own file; what the page may not, it need not."""
    answer = page.goto(f"{origin}/nb/sok/?q=hamar")
    assert answer
    assert answer.header_value(HEADER) == POLICY
    answered(page, "hamar")
    assert titles(page) != []
    assert len(page.workers) == len(PAGES)


def test_where_webassembly_is_forbidden_the_lists_lead_on(page: Page, stage: Stage) -> None:
    """With everything under `default-src 'self'`, and again at the next words."""
    page.goto(f"{stage.origin}/nb/sok/?q=hamar")
    _lists_lead_on(page)
    page.locator("#q").fill("bodø")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/nb/sok/?q=bod%C3%B8")
    _lists_lead_on(page)


def _lists_lead_on(page: Page) -> None:
    expect(page.locator("#told")).to_have_text(page.locator("#told").get_attribute("data-broken") or "")
    assert page.locator("#everything a").first.is_visible()
    assert page.locator("#hits").is_hidden()


@pytest.mark.parametrize("worker", ALLOWING.values(), ids=ALLOWING)
def test_one_searches_where_the_policy_of_the_worker_allows_it(
    page: Page, portal: Portal, worker: tuple[str, ...]
) -> None:
    with served(portal.root, worker=worker) as origin:
        page.goto(f"{origin}/nb/sok/?q=hamar")
        answered(page, "hamar")
        assert titles(page) != []


@pytest.mark.parametrize("worker", FORBIDDING.values(), ids=FORBIDDING)
def test_no_worker_is_started_where_its_policy_forbids_it(page: Page, portal: Portal, worker: tuple[str, ...]) -> None:
    with served(portal.root, worker=worker) as origin:
        page.goto(f"{origin}/nb/sok/?q=hamar")
        _lists_lead_on(page)
        assert page.workers == []


def test_without_workers_the_lists_lead_on(page: Page, origin: str) -> None:
    page.add_init_script("delete window.Worker")
    page.goto(f"{origin}/nb/sok/?q=hamar")
    _lists_lead_on(page)


def test_a_page_does_not_stand_in_for_its_worker(watched: Page, origin: str, told: list[str]) -> None:
    """Pagefind would try WebAssembly there, and violate the policy; so it complains that there is none."""
    watched.add_init_script("window.Worker = class { constructor() { throw new Error('no more workers'); } }")
    watched.goto(f"{origin}/nb/sok/?q=hamar")
    _lists_lead_on(watched)
    watched.wait_for_load_state("networkidle")
    assert told != []
    assert [line for line in told if "wasm" in line or "policy" in line] == []


def test_without_a_script_the_lists_lead_on(browser: Browser, stage: Stage) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{stage.origin}/nb/")
    page.get_by_role("search").get_by_role("searchbox").fill("hamar")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nb/sok/?q=hamar")
    assert page.locator("noscript p").is_visible()
    assert page.locator("#q").is_hidden()
    page.locator("#everything a").first.click()
    assert page.url == f"{stage.origin}/nb/arrangementer/"
    context.close()
