"""Questions, their answers, and the lens that records who asked what.

Knows that an answer is a pure function of the strings in its question. Does not know what is asked about.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar, cast

from sitegen.foundation.digest import Digest, digest_value

T = TypeVar("T")
Answer = Callable[..., object]

ABSENT = Digest("absent")
FIRST = "*"
"""For a question's subject: its first argument."""

EVERYWHERE = ""
"""The subject whose ground is under all local answers."""

GROUND = "ground"
"""The question that stands for all local ones about its subject; its answer is what they hang on."""

EACH = "each"
"""One question for many of one name: that name, and then the arguments of each, with spaces between them.

Of grounds it has the subject of each, whatever is in it.
"""

NAMED = 4  # arguments of a question that are shown

NOWHERE: Mapping[str, Digest] = {}


class Question(NamedTuple):
    """What was asked: which sort of question, and of which subject.

    A tuple, as there are a hundred thousand, and each is looked up again and again.
    """

    name: str
    args: tuple[str, ...] = ()

    def __str__(self) -> str:
        more = f" and {len(self.args) - NAMED} more" if len(self.args) > NAMED else ""
        return f"{self.name}({', '.join(self.args[:NAMED])}{more})"


def apart(question: Question) -> Iterator[Question]:
    """The questions that this one stands for: mostly itself alone."""
    if question.name == EACH:
        name, *each = question.args
        yield from (Question(name, (args,) if name == GROUND else tuple(args.split(" "))) for args in each)
    else:
        yield question


@dataclass(frozen=True, slots=True)
class Asked:
    """How the questions of one name are answered.

    `digest` is a cheaper way to the digest of an answer that is costly to make: it must change whenever
    the answer does. `keep` says whether an answer is kept for the rest of the build; not, if it is large.
    `hangs_on` names the subject on whose ground the answer hangs, and on nothing else: the one that is the `FIRST`
    argument, or another; None: it is not known. `apart` says that it must be known that it was asked, even where a
    ground stands for it.
    """

    answer: Answer
    digest: Callable[..., Digest] | None = None
    keep: bool = True
    hangs_on: str | None = None
    apart: bool = False


class UnknownSubject(LookupError):
    """A question about what is not there, or of a name that no one answers."""


class Answers:
    """One build's answers, each made once.

    `grounds` says, by subject, what the local answers about it hang on; that of `EVERYWHERE` is under all of them.
    """

    def __init__(self, asked: Mapping[str, Asked], grounds: Mapping[str, Digest] = NOWHERE) -> None:
        self.grounds = grounds
        self._asked = asked
        self._answers: dict[Question, object] = {}
        self._digests: dict[Question, Digest] = {}
        self._grounded: dict[Question, Digest] = {}
        self._hang_on = {name: each.hangs_on for name, each in asked.items() if each.hangs_on is not None}
        self._apart = frozenset(name for name, each in asked.items() if each.apart)
        self._parts: dict[Question, tuple[object, frozenset[Question]]] = {}

    def on(self, grounds: Mapping[str, Digest], first: Iterable[str]) -> "Answers":
        """The same answers on grounds that say more, so that those to questions of these names hang on their first
        argument, too.
        """
        other = Answers(self._asked, grounds)
        other._answers, other._digests, other._parts = self._answers, self._digests, self._parts
        other._hang_on = {**self._hang_on, **dict.fromkeys(first, FIRST)}
        return other

    def ask(self, question: Question) -> object:
        """The answer. Raises what the answer raises; `UnknownSubject` for a name that no one answers."""
        try:
            return self._answers[question]
        except KeyError:
            pass
        asked = self._asked.get(question.name)
        if asked is None:
            raise UnknownSubject(question)
        answer = asked.answer(*question.args)
        if asked.keep:
            self._answers[question] = answer
        return answer

    def digest(self, question: Question) -> Digest:
        """The digest of the answer, and `ABSENT` if there is none.

        Yesterday's question may be about what is gone, or of an older sort; any exception means that. If
        an output still asks it, its rendering will meet the same exception, as it would in a clean build.
        """
        digests = self._digests if question.name != EACH else self._grounded
        digest = digests.get(question)
        if digest is None:
            try:
                digest = self._made(question)
            except Exception:
                digest = ABSENT
            digests[question] = digest
        return digest

    def grounded(self, asked: Iterable[Question], about: Collection[str]) -> tuple[Question, ...]:
        """The questions, sorted, with one for all local ones about these subjects: about the grounds of each.

        What must be known apart, and what hangs on another ground, is one question for all of its name.
        """
        own = self.grounds.keys() & about
        found: list[Question] = []
        of_many: dict[str, set[str]] = {}
        for question in asked:
            name, args = question
            hangs_on = self._hang_on.get(name)
            local = hangs_on == FIRST and bool(args) and args[0] in own
            if local:
                of_many.setdefault(GROUND, {EVERYWHERE}).add(args[0])
                if name not in self._apart:
                    continue
            alike = len(args) == 1 if local else hangs_on in self.grounds
            if alike and " " not in "".join(args):
                of_many.setdefault(name, set()).add(" ".join(args))
            else:
                found.append(question)
        return tuple(sorted((*found, *(Question(EACH, (name, *sorted(each))) for name, each in of_many.items()))))

    def believe(self, digests: Mapping[Question, Digest], grounds: Mapping[str, Digest]) -> Collection[Question]:
        """Takes over the digests of local answers that were given on the same grounds; which questions are left.

        Those about a subject that has no ground now, such as one that is gone, are among these.
        """
        now = self.grounds
        same = {subject for subject, ground in grounds.items() if now.get(subject) == ground}
        if EVERYWHERE not in same:
            return digests.keys()
        left = []
        for question, digest in digests.items():
            name, args = question
            subject = self._hang_on.get(name)
            if (args[0] if subject == FIRST and args else subject) in same:
                self._digests[question] = digest
            elif name == EACH and self._is_on(same, args):
                self._grounded[question] = digest
            else:
                left.append(question)
        return left

    def _is_on(self, grounds: set[str], args: tuple[str, ...]) -> bool:
        """Whether all questions that one stands for hang on these grounds."""
        subject = self._hang_on.get(args[0], FIRST)
        return grounds.issuperset(args[1:]) if subject == FIRST else subject in grounds

    def _made(self, question: Question) -> Digest:
        if question.name == EACH:
            return digest_value([self._of(each) for each in apart(question)])
        asked = self._asked.get(question.name)
        if asked is not None and asked.digest is not None:
            return asked.digest(*question.args)
        return digest_value(self.ask(question))

    def _of(self, question: Question) -> Digest:
        return self.grounds[question.args[0]] if question.name == GROUND else self.digest(question)

    def part(self, key: Question, make: "Callable[[Lens], T]", asker: "set[Question]") -> T:
        """The value of a part, made once; what it asked is added to `asker`, even if it fails."""
        if key not in self._parts:
            lens = Lens(self)
            try:
                self._parts[key] = (make(lens), lens.seen())
            finally:
                asker |= lens.seen()
        value, asked = self._parts[key]
        asker |= asked
        return cast(T, value)


class Lens:
    """All that one rendering sees of the world. Remembers every question, also one that found nothing."""

    __slots__ = ("_answers", "_asked")

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._asked: set[Question] = set()

    def __call__(self, name: str, *args: str) -> object:
        question = Question(name, args)
        self._asked.add(question)
        return self._answers.ask(question)

    def part(self, name: str, args: tuple[str, ...], make: "Callable[[Lens], T]") -> T:
        """A piece of several outputs: a pure function of its name, its args and the lens it is given.

        It is made once a build, and its questions become questions of every output that uses it.
        """
        return self._answers.part(Question(name, args), make, self._asked)

    def seen(self) -> frozenset[Question]:
        """What was asked so far."""
        return frozenset(self._asked)

    @property
    def asked(self) -> tuple[Question, ...]:
        """What was asked so far, each once, sorted."""
        return tuple(sorted(self._asked))
