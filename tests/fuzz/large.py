"""Documents near the bounds of size, of a few fragments many times over: what is slow shows in them."""

from random import Random

from sitegen.content.frontmatter import BODY_SIZE
from sitegen.content.yaml_nodes import SIZE
from tests.fuzz.bodies import BLOCKS, PIECES, SIGNS
from tests.fuzz.documents import VALUES

_FRONT = "---\ntitle: T\nstart: 2027-03-04\n---\n"
_PROSE = (
    "onsdag ", "3. mars ", "kl. 10:00 ", "10.00–12:30 ", "ordDet ", "a@b.no ", "Kari Eksempelvik ", "31. april ", "\n",
    "Tid: ", "Sted: ", "3/4 ", "2027 ", "d. ", "den ", "kl ", ". ", "*", "[her](https://a.no) ", "A", "1", "æ",
)  # fmt: skip


def large_body(random: Random, size: int = BODY_SIZE) -> bytes:
    """A document whose text is nearly as large as it may be."""
    some = [random.choice((*PIECES, *BLOCKS, *_PROSE, *_PROSE, *SIGNS)) for _ in range(random.randrange(1, 5))]
    return (_FRONT + _filled("".join(some).replace("P", "W W"), size)).encode()


def large_front(random: Random, size: int = SIZE) -> bytes:
    """A document whose front matter is nearly as large as it may be: fields, or one field of many values."""
    value = random.choice(VALUES).replace("\ud800", "")
    form = random.choice(
        ("x-%d: {}\n", "  - {}\n", "  - title: {}\n    start: {}\n", "[", "{{a: ", "- ", "'{}' ", "{}, ", "{}\n")
    )
    head = random.choice(
        ("", "programme:\n", "topics:\n", "topics: [", "summary: ", "registration: {note: ", "summary: |\n  ")
    )
    filled = _filled(form.replace("{}", value).replace("{{", "{"), size - len(head) - 40)
    parts = filled.split("%d")
    numbered = "".join(f"{part}{number}" for number, part in enumerate(parts)) if len(parts) > 1 else filled
    front = f"title: T\nstart: 2027-03-04\n{head}{numbered}".encode("utf-8", "surrogatepass")[:size]
    return b"---\n" + front + b"\n---\n"


def _filled(part: str, size: int) -> str:
    return part * max(1, (size - 1) // max(1, len(part.encode("utf-8", "surrogatepass"))))
