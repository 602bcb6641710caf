"""What a draft would change: everything wrong in the whole folder, and which answers differ.

It takes seconds, and half a minute where examples have to be learnt, so it is done in a process
of its own: nobody who types waits for it.
"""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from bot.core.talk.outcome import House
from bot.knowledge.checks import check_folder
from bot.knowledge.editing.drafted import with_draft
from bot.knowledge.editing.drafts import Draft, look_at
from bot.knowledge.editing.held import Held, hold
from bot.knowledge.editing.kinds import FileKind
from bot.knowledge.problems import Problem, Severity
from bot.knowledge.watch import look_of
from bot.reloading.elsewhere import end_with_parent
from bot.workbench.answers import Answered, answers_of, differing, questions_of

_NOON = time(12)
_LEARNT = (FileKind.TOPIC, FileKind.ELSEWHERE)  # files with examples
_TAUGHT = 10  # new examples that are asked before and after


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What came of looking at a draft among all other files.

    `blocking` are the errors that the draft brings; `left` those that were there before it.
    """

    blocking: tuple[Problem, ...]
    left: tuple[Problem, ...]
    own: tuple[Problem, ...]  # of the draft's own file
    noted: tuple[Problem, ...]  # warnings that it brings to other files
    answers: tuple[Answered, ...]
    asked: int  # questions that were asked before and after; none where that could not be


class Reviewer:
    """Looks at drafts of one folder, and remembers what it found without them."""

    def __init__(self, folder: Path, cache: Path, house: House) -> None:
        """Reads nothing yet."""
        self._folder, self._cache, self._house = folder, cache, house
        self._known: tuple[object, Held, tuple[Problem, ...]] | None = None
        self._said: dict[str, str] = {}

    def review(self, path: str, raw: bytes, today: date) -> Reviewed:
        """Checks the folder with the draft in it, and asks all questions before and after."""
        held, before = self.without(today)
        draft = look_at(held, path, raw, today)
        found = self._found(draft, before, today)
        fresh = _new(before, found)
        new = tuple(one for one in fresh if _is_error(one))
        answers, asked = ((), 0) if new else self._differing(held, draft, today)
        return Reviewed(
            blocking=new,
            left=tuple(one for one in found if _is_error(one) and one not in new),
            own=tuple(one for one in found if one.spot.path == path),
            noted=tuple(one for one in fresh if one not in new and one.spot.path != path),
            answers=answers,
            asked=asked,
        )

    def without(self, today: date) -> tuple[Held, tuple[Problem, ...]]:
        """The folder as it is, and what is wrong with it; read anew where a file has changed."""
        look = (look_of(self._folder), today)
        if self._known is None or self._known[0] != look:
            problems = check_folder(self._folder, self._cache, today).in_order()
            self._known = (look, hold(self._folder, self._cache), problems)
            self._said = {}
        return self._known[1:]

    def _found(
        self, draft: Draft, before: tuple[Problem, ...], today: date
    ) -> tuple[Problem, ...]:
        """Everything wrong in the folder with the draft in it.

        An error in a topic that shows at once is told at once: learning its examples to look for
        more takes a minute, for what cannot be saved.
        """
        others = (one for one in before if one.spot.path != draft.path)
        seen = (*draft.problems, *others)
        if draft.kind in _LEARNT and any(map(_is_error, _new(before, seen))):
            return seen
        return self._checked_with(draft.path, draft.raw, today)

    def _checked_with(self, path: str, raw: bytes, today: date) -> tuple[Problem, ...]:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
            folder = Path(scratch) / "kennis"
            shutil.copytree(self._folder, folder, ignore=shutil.ignore_patterns(".*"))
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(raw)
            return check_folder(folder, self._cache, today).in_order()

    def _differing(
        self, held: Held, draft: Draft, today: date
    ) -> tuple[tuple[Answered, ...], int]:
        drafted = with_draft(held, draft, self._cache)
        if drafted is None or held.knowledge is None:
            return (), 0
        now = datetime.combine(today, _NOON)
        questions = questions_of(drafted.knowledge, draft.one)
        questions = {**_taught(held, draft), **questions}
        unasked = [one for one in questions if one not in self._said]
        self._said |= answers_of(held.knowledge, unasked, self._house, now)
        after = answers_of(drafted.knowledge, questions, self._house, now)
        return differing(questions, self._said, after), len(questions)


def _taught(held: Held, draft: Draft) -> dict[str, str]:
    """The first few examples that a draft brings, with what they are about."""
    had = {one.text for one in held.examples}
    topic = draft.one.topic if draft.one else None
    title = topic.title["nl"] if topic else ""
    new = [one.text for one in (draft.one.examples if draft.one else ()) if one.text not in had]
    return dict.fromkeys(new[:_TAUGHT], title)


def _new(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that were not there before; one that only moved to another line was."""
    known = Counter(_sort(one) for one in before)
    found = []
    for one in after:
        if known[_sort(one)] > 0:
            known[_sort(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def _sort(problem: Problem) -> tuple[str, str, str]:
    return problem.spot.path, problem.rule, problem.message


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


# In the other process

_HERE: list[Reviewer] = []


def begin(folder: Path, cache: Path, house: House) -> None:
    """Readies this process for reviews of one folder; it ends when its parent does."""
    end_with_parent()
    _HERE[:] = [Reviewer(folder, cache, house)]


def review(path: str, raw: bytes, today: date) -> Reviewed:
    """What this process's reviewer finds."""
    return _HERE[0].review(path, raw, today)


def warm(today: date) -> None:
    """Reads the folder, so that the first review need not."""
    _HERE[0].without(today)
