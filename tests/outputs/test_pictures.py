"""Pictures and cards in a whole build: published in sizes, made once, and nothing of the camera's notes with them."""

import errno
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from sitegen.engine.rendering import Workers
from sitegen.pipeline import pictures
from sitegen.pipeline.build import Job, Report, build
from tests.cases.site_cases import NOW
from tests.drawn import picture

SITE = """\
title: {nb: Prøven, sv: Provet}
url: https://example.org/portal/
timezone: Europe/Oslo
languages:
  nb: {fallback: [sv]}
  sv: {fallback: [nb]}
"""
NEWS = """\
---
title: En sak
published: 2027-01-02
image: {{src: forside.jpg, alt: Forsiden, credit: Kari}}
---
{body}

![Et kart](kart.png)

![En plan](plan.svg "Planen")

Se [bildet](forside.jpg) og [tabellen](tabell.csv).
"""
EVENT = """\
---
title: Et møte
start: 2027-03-04 10:00
end: 2027-03-04 12:00
status: {status}
---
{body}

![Et kart](kart.png)
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30z"/></svg>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a picture that tells where it was taken."""
    news, event = (tmp_path / "content" / each for each in ("news/sak", "events/mote"))
    for folder in (news, event):
        folder.mkdir(parents=True)
    (tmp_path / "site.yaml").write_text(SITE, "utf-8")
    (news / "index.nb.md").write_text(NEWS.format(body="Vi forteller."), "utf-8")
    (event / "index.nb.md").write_text(EVENT.format(body="Vi møtes.", status="confirmed"), "utf-8")
    exif = Image.Exif()
    exif[0x010E] = "Eksempelgata 1"
    (news / "forside.jpg").write_bytes(picture("jpg", (2000, 1000), exif=exif))
    for folder in (news, event):
        (folder / "kart.png").write_bytes(picture("png", (700, 500)))
    (news / "plan.svg").write_bytes(SVG)
    (news / "tabell.csv").write_bytes(b"a;b\n")
    return tmp_path


def built(site: Path, jobs: int = 1, name: str = "build") -> Report:
    workers = Workers(jobs, worthwhile=1)
    report = build(Job(site, site / name / "site", site / name / "cache", NOW, 0, workers))
    assert report.published is not None, report.diagnostics
    return report


def page(site: Path, address: str) -> str:
    return (site / "build" / "site" / address / "index.html").read_text("utf-8")


def tree(site: Path, name: str = "build") -> dict[str, bytes]:
    root = site / name / "site"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def drawn(report: Report) -> set[str]:
    """The pictures that a build made, without their digests."""
    return {re.sub(r"\.[0-9a-f]{8}", "", path) for path in report.rendered if path.startswith("media/")}


def test_a_picture_is_published_in_sizes_and_never_as_it_was(site: Path) -> None:
    assert built(site).diagnostics == ()
    files = {re.sub(r"\.[0-9a-f]{8}", "", path): data for path, data in tree(site).items() if path.startswith("media/")}
    sizes = {f"media/news/sak/forside-{width}.{ending}" for width in (480, 960, 1600) for ending in ("webp", "jpg")}
    smaller = {f"media/news/sak/kart-{width}.{ending}" for width in (480, 700) for ending in ("webp", "jpg")}
    others = {"media/news/sak/plan.svg", "media/news/sak/tabell.csv", "media/news/sak/nb.png"}
    assert {path for path in files if path.startswith("media/news/")} == sizes | smaller | others
    assert not [path for path, data in files.items() if b"Eksempelgata" in data]
    assert files["media/news/sak/plan.svg"] == SVG


def test_a_picture_that_the_disk_does_not_give_is_not_published_as_it_was(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_given: object) -> bytes:
        raise OSError(errno.EMFILE, "too many open files")

    with monkeypatch.context() as patch:
        patch.setattr(pictures, "read_attachment", refusing)
        with pytest.raises(OSError, match="too many open files"):
            built(site)
    assert not (site / "build" / "site").exists()
    built(site)
    assert "forside" in page(site, "nb/nyheter/sak")


def test_a_page_offers_sizes_and_keeps_the_place_of_each_picture(site: Path) -> None:
    built(site)
    found = re.findall("<img[^>]*>", re.sub("<header.*?</header>", "", page(site, "nb/nyheter/sak"), flags=re.DOTALL))
    first, second, third = (each for each in found if "/media/" in each)
    assert re.search(r'src="/portal/media/news/sak/forside\.\w{8}-1600\.jpg"', first)
    assert re.search(r'forside\.\w{8}-480\.jpg 480w, \S+-960\.jpg 960w, \S+-1600\.jpg 1600w" sizes="', first)
    assert 'width="1600" height="800"' in first
    assert "lazy" not in first
    assert 'width="700" height="500" loading="lazy" decoding="async" alt="Et kart"' in second
    assert 'width="40" height="30" loading="lazy"' in third
    assert 'src="/portal/media/news/sak/plan.' in third
    assert page(site, "nb/nyheter/sak").count('<source type="image/webp"') == 2
    met = next(each for each in re.findall("<img[^>]*>", page(site, "nb/arrangementer/mote")) if "/media/" in each)
    assert "lazy" not in met


def test_every_address_that_a_page_offers_is_there(site: Path) -> None:
    built(site)
    files = tree(site)
    for address in ("nb/nyheter/sak", "sv/nyheter/sak", "nb/arrangementer/mote"):
        html = page(site, address)
        named = re.findall(r"/portal/(media/[^\s\",]+)", html)
        assert len(named) >= 5
        assert [each for each in named if each not in files] == []


def test_a_page_in_another_language_has_the_card_of_its_words(site: Path) -> None:
    built(site)
    cards = [
        re.search(r'og:image" content="https://example.org/portal/(\S+?)"', page(site, each))
        for each in ("nb/nyheter/sak", "sv/nyheter/sak", "sv", "nb")
    ]
    addresses = [each[1] for each in cards if each]
    assert addresses[0] == addresses[1]
    assert addresses[0].startswith("media/news/sak/nb.")
    assert addresses[2].startswith("media/cards/sv.")
    assert len(set(addresses)) == 3
    assert set(addresses) <= tree(site).keys()
    html = page(site, "nb/nyheter/sak")
    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta property="og:image:height" content="630">' in html
    assert "En sak. Prøven" in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html


def test_feeds_have_pictures_with_whole_addresses(site: Path) -> None:
    built(site)
    for name in ("atom.xml", "feed.json"):
        text = tree(site)[f"nb/{name}"].decode().replace("&lt;", "<").replace("&gt;", ">").replace('\\"', '"')
        pictures = re.findall(r'<img src="([^"]*)"', text)
        assert len(pictures) == 3
        assert [each for each in pictures if not each.startswith("https://example.org/portal/media/")] == []
        assert "srcset" not in text
        assert 'href="/' not in text
    assert re.search(r'"image": "https://example.org/portal/media/news/sak/forside\.\w+-1600\.jpg"', text)


def test_a_card_is_drawn_anew_for_its_words_alone(site: Path) -> None:
    built(site)
    event, news = (site / "content" / each / "index.nb.md" for each in ("events/mote", "news/sak"))
    event.write_text(EVENT.format(body="Vi møtes likevel.", status="confirmed"), "utf-8")
    news.write_text(NEWS.format(body="Vi forteller mer."), "utf-8")
    report = built(site)
    assert "nb/arrangementer/mote/index.html" in report.rendered
    assert drawn(report) == set()
    event.write_text(EVENT.format(body="Vi møtes likevel.", status="cancelled"), "utf-8")
    assert drawn(built(site)) == {"media/event/mote/nb.png"}


def test_a_picture_is_made_anew_for_its_bytes_alone(site: Path) -> None:
    built(site)
    assert built(site).rendered == ()
    (site / "content/news/sak/kart.png").write_bytes(picture("png", (700, 500), (200, 0, 0)))
    report = built(site)
    assert drawn(report) == {
        f"media/news/sak/kart-{width}.{ending}" for width in (480, 700) for ending in ("webp", "jpg")
    }
    assert "nb/nyheter/sak/index.html" in report.rendered
    built(site, name="clean")
    assert tree(site) == tree(site, "clean")


def test_the_same_bytes_in_one_process_and_in_several(site: Path) -> None:
    built(site)
    built(site, jobs=3, name="several")
    assert tree(site) == tree(site, "several")


def test_two_files_of_one_content_are_two_pictures(site: Path) -> None:
    data = (site / "content/news/sak/kart.png").read_bytes()
    (site / "content/news/sak/kart.jpg").write_bytes(data)
    (site / f"content/news/sak/{'k' * 150}.png").write_bytes(data)
    report = built(site)
    assert [each.code for each in report.diagnostics] == ["picture-mislabelled"]
    assert len([path for path in tree(site) if "-700.webp" in path]) == 4


def run_without_pillow(site: Path) -> subprocess.CompletedProcess[str]:
    script = "import sys; sys.modules['PIL'] = None; from sitegen.cli import main; main()"
    command = [sys.executable, "-c", script, "build", "--now", "2027-01-15"]
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)


def test_without_pillow_a_picture_that_tells_too_much_is_refused(site: Path) -> None:
    done = run_without_pillow(site)
    assert done.returncode == 1
    assert "[picture-tells]" in done.stderr
    assert "Install Pillow" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (site / "build" / "site").exists()


def test_without_pillow_pictures_are_published_as_they_are_and_that_is_said(site: Path) -> None:
    data = picture("jpg", (2000, 1000))
    (site / "content/news/sak/forside.jpg").write_bytes(data)
    done = run_without_pillow(site)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("[no-picture-tools]") == 1
    found = {path: each for path, each in tree(site).items() if path.startswith("media/news/sak/forside")}
    assert list(found.values()) == [data]
    html = page(site, "nb/nyheter/sak")
    assert f'<img src="/portal/{next(iter(found))}" decoding="async" alt="Forsiden">' in html
    assert f'<meta property="og:image" content="https://example.org/portal/{next(iter(found))}">' in html
    assert "og:image:width" not in html
    assert page(site, "sv").count("og:image") == 0
