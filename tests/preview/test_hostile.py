"""Figure 12: hostile requests get no secret and no server error. The requests are in `hostile.txt`."""

import asyncio
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sitegen.preview.built import Built

from .stage import SECRET, Stage, plant, session, statuses

CASES = Path(__file__).with_name("hostile.txt")
GOOD = Built(published=True, prefix="/")
BROKEN = Built(failure="RuntimeError: a bug", prefix="/")


@dataclass
class Case:
    """A request as it is written in the table."""

    name: str
    lines: list[str] = field(default_factory=list)
    target: str = ""
    more: str = ""
    expected: list[str] = field(default_factory=list)

    def octets(self, stage: Stage) -> bytes:
        lines = self.lines
        if self.target:
            lines = [f"GET {self.target} HTTP/1.1", "Host: {host}", "Connection: close"]
        text = "".join(f"{line}\r\n" for line in (*lines, "")) if lines else ""
        text = (text + self.more).replace("{host}", stage.host).replace("{port}", str(stage.port))
        data = re.sub(rb"<x([0-9a-f]{2})>", lambda found: bytes([int(found[1], 16)]), text.encode("latin-1"))
        return re.sub(rb"<a\*([0-9]+)>", lambda found: b"a" * int(found[1]), data)

    def fits(self, found: list[int]) -> bool:
        """Whether these are answers that the case expects; `400|none` allows either."""
        if not found:
            return self.expected[0].endswith("none")
        wanted = [{int(each) for each in one.split("|") if each != "none"} for one in self.expected]
        return len(found) == len(wanted) and all(one in many for one, many in zip(found, wanted, strict=True))


def cases() -> list[Case]:
    found: list[Case] = []
    for line in CASES.read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "==":
            found.append(Case(rest))
        elif mark == "@":
            found[-1].target = rest
        elif mark == ">":
            found[-1].lines.append(rest)
        elif mark == "+":
            found[-1].more = rest
        elif mark == "?":
            found[-1].expected = rest.split(" ")
    return found


def test_the_table_is_as_large_as_was_promised() -> None:
    assert len(cases()) >= 40
    assert len({case.name for case in cases()}) == len(cases())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_hostile_request_gets_nothing(case: Case, tmp_path: Path) -> None:
    """The expected status, below 500, and no secret, of a good site; the next one is served as ever."""

    async def scenario() -> None:
        async with session(plant(tmp_path)) as stage:
            await stage.builds(GOOD)
            answer = await stage.send(case.octets(stage))
            found = statuses(answer)
            assert case.fits(found), answer[:2000]
            assert all(status < 500 for status in found)
            assert SECRET.encode() not in answer
            assert b"<script>alert" not in answer
            assert b"\r\nSet-Cookie" not in answer
            assert (await stage.get("/")).status == 200

    asyncio.run(scenario())


def test_a_broken_site_gives_no_more_away(tmp_path: Path) -> None:
    """All of the requests again, with and without a build that failed: below 500, and no secret."""

    async def scenario() -> None:
        async with session(plant(tmp_path)) as stage:
            for result in (None, BROKEN):
                if result:
                    await stage.builds(result)
                for case in cases():
                    answer = await stage.send(case.octets(stage))
                    assert all(status < 500 for status in statuses(answer)), case.name
                    assert SECRET.encode() not in answer, case.name
                    assert b"<script>alert" not in answer, case.name

    asyncio.run(scenario())


def test_a_tree_that_is_a_link_below_another_name_is_served_only_as_itself(tmp_path: Path) -> None:
    """Names are looked up below the tree alone, also under the prefix of the public address."""

    async def scenario() -> None:
        async with session(plant(tmp_path)) as stage:
            await stage.builds(Built(published=True, prefix="/portal/"))
            for target in ("/secret.txt", "/portal/link.txt", "/portal/outside/secret.txt", "/portalx/", "/nb/"):
                said = await stage.get(target)
                assert said.status == 404, target
                assert SECRET not in said.text

    asyncio.run(scenario())
