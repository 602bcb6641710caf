"""The parts of one knowledge folder, each read when it is asked for and only once.

What was read is kept on a shelf, so that after a change only what it touches is read anew: the
files themselves of an organisation, the others of a part by folder.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

from bot.core.knowledge import Explanation, Topic
from bot.core.lexicon.labelled_texts import LabelledTexts
from bot.core.lexicon.lexicon import Lexicon
from bot.core.places.gazetteer import Gazetteer
from bot.core.safety.screen import SafetyRules
from bot.core.schedules.school_holidays import SchoolHoliday, spans_by_name
from bot.core.scoring.scorer import Scorer
from bot.core.slots.slots import EXPLAINED
from bot.core.understanding.brain import Brain
from bot.core.understanding.guess import ELSEWHERE
from bot.core.understanding.reading import Reading
from bot.core.understanding.speller import Speller
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.lexicon import read_lexicon
from bot.knowledge.organisations import Directory, read_organisations
from bot.knowledge.problems import Problem, Report
from bot.knowledge.proofs import key_of_proofs, prove
from bot.knowledge.safety import read_proved
from bot.knowledge.school import read_school
from bot.knowledge.shelf import Shelf
from bot.knowledge.shipped_net import ShippedNet
from bot.knowledge.topics import Example, TopicFile, read_explanations, read_topic_files
from bot.knowledge.training import fit_readings, key_of, readings_of, trained
from bot.knowledge.trust import read_trust
from bot.knowledge.verdicts import digest_of, digest_of_files, is_shipped_sound
from bot.knowledge.word_for_word import exact_of

T = TypeVar("T")

_FREQUENT = 10  # examples
_SHELF = "delen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The topics, and how people ask them: each example, and the same as compared."""

    topics: dict[str, Topic]
    files: tuple[TopicFile, ...]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The topic and the text of every example, without a value for each."""
        return chain.from_iterable(one.examples.pairs() for one in self.files)

    @property
    def examples(self) -> tuple[Example, ...]:
        """Every example, built anew."""
        return tuple(chain.from_iterable(one.examples for one in self.files))

    @property
    def said(self) -> tuple[str, ...]:
        """Every example as compared."""
        return tuple(chain.from_iterable(one.said for one in self.files))


class Parts:
    """What stands in a folder; each method gives its problems to the report that it is given."""

    def __init__(self, folder: Path, cache: Path | None, packing: Path | None = None) -> None:
        """`cache` is a folder for what was read and for weights fitted anew; reads nothing yet.

        What is to be shipped is packed into the folder `packing`.
        """
        self.folder, self.cache = folder, cache
        self._shelf = Shelf(cache / _SHELF if cache else None, packing)
        self._here: dict[str, tuple[Any, list[Problem]]] = {}
        self._lexicon_key = ""

    def safety(self, report: Report) -> SafetyRules | None:
        """The compiled safety rules with their net, or nothing where too little is left."""
        return self._once("veiligheid", self._screen, report)

    def _screen(self, report: Report) -> SafetyRules | None:
        """The rules and, kept apart as it is large, their net."""
        shipped = ShippedNet(self._shelf)
        rules = self._shelf.take(
            "veiligheid",
            partial(self.digest, "veiligheid"),
            partial(self._read_safety, shipped),
            report,
        )
        return replace(rules, net=shipped.net) if rules else None

    def _read_safety(self, shipped: ShippedNet, report: Report) -> SafetyRules | None:
        return read_proved(self.folder / "veiligheid", report, shipped, self._shelf)

    def gazetteer(self, report: Report) -> Gazetteer:
        """The places."""
        return self._kept(
            "plaatsen",
            partial(self.digest, "plaatsen"),
            lambda own: read_gazetteer(self.folder / "plaatsen", own),
            report,
        )

    def directory(self, report: Report) -> Directory:
        """The organisations with their places and activities; only changed files are read."""
        gazetteer = self.gazetteer(Report())

        def read(own: Report) -> Directory:
            with self._shelf.drawer("organisaties", self.digest("plaatsen")) as drawer:
                return read_organisations(self.folder / "organisaties", own, gazetteer, drawer)

        return self._once("organisaties", read, report)

    def asked(self, report: Report) -> Asked:
        """The topics with their examples."""
        return self._once("onderwerpen", self._ask, report)

    def explanations(self, report: Report) -> dict[str, Explanation]:
        """The words that are explained."""
        return self._kept(
            "uitleg",
            partial(self.digest, "uitleg"),
            lambda own: read_explanations(self.folder / "uitleg", own),
            report,
        )

    def school(self, report: Report) -> tuple[SchoolHoliday, ...]:
        """The school holidays."""
        return read_school(self.folder, report)

    def lexicon(self, report: Report) -> Lexicon:
        """The words: those of their own files, and the names and explanations of the others."""
        return self._once("lexicon", self._words, report)

    @cached_property
    def readings(self) -> list[Reading]:
        """The examples cut up as messages are; takes seconds where none were kept."""
        examples, lexicon = self.asked(Report()).examples, self.lexicon(Report())
        gazetteer, places = self.gazetteer(Report()), self.digest("plaatsen")
        if self._words_key() != self._lexicon_key:  # files changed meanwhile
            return readings_of(examples, lexicon, gazetteer)
        with self._shelf.drawer("lezingen", digest_of(self._lexicon_key, places)) as drawer:
            return readings_of(examples, lexicon, gazetteer, drawer)

    @cached_property
    def brain(self) -> Brain:
        """What messages are understood with; fits weights where there are none for this folder."""
        asked, lexicon = self.asked(Report()), self.lexicon(Report())
        examples = LabelledTexts(asked.pairs())
        scorer = trained(key_of(examples, lexicon), self.cache, self._fitted)
        return Brain(
            lexicon=lexicon,
            gazetteer=self.gazetteer(Report()),
            scorer=scorer,
            speller=Speller(scorer),
            trust=read_trust(),
            exact=exact_of(
                asked.topics,
                self.explanations(Report()),
                lexicon,
                zip(asked.said, (topic for topic, _ in examples), strict=True),
            ),
            examples=examples,
            school=spans_by_name(self.school(Report())),
        )

    def _fitted(self) -> Scorer:
        return fit_readings(self.readings, self.asked(Report()).examples)

    def prove(self, report: Report) -> None:
        """Asks the proof questions, unless they were asked of the same knowledge before."""
        topics = self.asked(Report()).topics
        key = key_of_proofs(topics, self.brain)
        if not is_shipped_sound(key):
            self._kept("proeven", lambda: key, lambda own: prove(topics, self.brain, own), report)

    def _words(self, report: Report) -> Lexicon:
        organisations = self.directory(Report()).organisations
        explained, everyday = self._explained(), self._everyday()
        self._lexicon_key = self._words_key()
        return self._shelf.take(
            "woorden",
            self._words_key,
            lambda own: read_lexicon(
                self.folder / "woorden", own, organisations, explained, everyday
            ),
            report,
        )

    def _words_key(self) -> str:
        """A key of all that the lexicon is made of, as it is now."""
        organisations = self.directory(Report()).organisations.values()
        names = [(one.id, one.name, one.names) for one in organisations]
        held = repr((names, self._explained(), sorted(self._everyday())))
        return digest_of(self.digest("woorden"), held)

    def _explained(self) -> list[tuple[tuple[str, str], str]]:
        return explained_names(self.explanations(Report()))

    def _everyday(self) -> frozenset[str]:
        return self._once("gewoon", self._gather_everyday, Report())

    def _gather_everyday(self, report: Report) -> frozenset[str]:
        asked, gazetteer = self.asked(report), self.gazetteer(report)
        return gazetteer.familiar | frequent_words(map(str.split, asked.said))

    def _kept(
        self, name: str, key: Callable[[], str], make: Callable[[Report], T], report: Report
    ) -> T:
        """What `make` gives, or gave at an earlier time under this key."""
        return self._once(name, partial(self._shelf.take, name, key, make), report)

    def _once(self, name: str, make: Callable[[Report], T], report: Report) -> T:
        """What `make` gives, made once for this folder."""
        if name not in self._here:
            own = Report()
            self._here[name] = (make(own), own.found)
        value, problems = self._here[name]
        report.extend(problems)
        return cast(T, value)

    def digest(self, *names: str) -> str:
        """A key of the files under these names, as they are now."""
        return digest_of_files(self.folder, names)

    def _ask(self, report: Report) -> Asked:
        with self._shelf.drawer("onderwerpen", "") as drawer:
            files = read_topic_files(self.folder / "onderwerpen", report, ELSEWHERE, drawer)
        return Asked(
            topics={one.topic.id: one.topic for one in files if one.topic},
            files=files,
        )


def frequent_words(said: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words that stand in several texts: whatever they are, they are no slip."""
    counts = Counter(chain.from_iterable(said))
    return frozenset(word for word, times in counts.items() if times >= _FREQUENT)


def explained_names(
    explanations: Mapping[str, Explanation],
) -> list[tuple[tuple[str, str], str]]:
    """Every name that is explained, with its meaning for the lexicon."""
    return [((EXPLAINED, one.id), name) for one in explanations.values() for name in one.names]
