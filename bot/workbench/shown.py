"""Writes drafts, forms and reviews as the JSON that the page draws from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.core.calendar.day_text import day_text
from bot.core.knowledge import Topic
from bot.core.schedules.school_holidays import SchoolHoliday
from bot.knowledge.editing.drafts import Draft
from bot.knowledge.editing.form import Box, form_of, place_at, places_of
from bot.knowledge.editing.kinds import FileKind
from bot.knowledge.editing.merge import difference
from bot.knowledge.editing.safekeeping import Earlier
from bot.knowledge.editing.teaching import paths_of
from bot.knowledge.editing.tree import EditError, Steps, told
from bot.knowledge.problems import Problem, marked
from bot.workbench.changed import changes_of
from bot.workbench.coming import coming_of
from bot.workbench.entries import Entry
from bot.workbench.passed import Passed
from bot.workbench.review import Reviewed

_MOST = 50  # groups of questions that are shown at once
_ELSEWHERE = "Hier gaat Handwijzer niet over"
_MISSING = re.compile("Hier ontbreekt ‘(.+?)’")

Json = dict[str, Any]
Calendar = tuple[date, tuple[SchoolHoliday, ...]]  # today, and the school holidays


def show_entry(entry: Entry) -> Json:
    """One thing to pick."""
    return {
        "group": entry.group,
        "path": entry.path,
        "at": list(entry.at),
        "title": entry.title,
        "about": entry.about,
        "parent": entry.parent,
    }


def show_draft(draft: Draft, text: str, calendar: Calendar, *, form: bool) -> Json:
    """A draft: its text, what is wrong in it, its dates, and its form where that is asked for."""
    shown: Json = {
        "text": text,
        "sound": draft.sound,
        "problems": show_problems(draft.problems, text),
        "coming": _coming(draft, text, calendar),
    }
    if form:
        shown["form"] = show_form(draft, text)
    return shown


def show_form(draft: Draft, text: str) -> list[Json] | None:
    """The form of a draft; None where its text cannot be read."""
    try:
        return [_box(one) for one in form_of(draft.kind, text)]
    except EditError:
        return None


def show_boxes(boxes: Iterable[Box]) -> list[Json]:
    """The fields of a block."""
    return [_box(one) for one in boxes]


def _box(box: Box) -> Json:
    return {
        "at": list(box.at),
        "shape": str(box.shape),
        "label": box.label,
        "meaning": box.meaning,
        "example": box.example,
        "long": box.long,
        "tri": box.tri,
        "words": list(box.words),
        "needed": box.needed,
        "texts": list(box.texts),
        "boxes": show_boxes(box.boxes),
        "items": [show_boxes(one) for one in box.items],
    }


def show_problems(problems: Sequence[Problem], text: str) -> list[Json]:
    """Problems in this text, each with its line, a mark below it, and the field it is in."""
    if not problems:
        return []
    lines = text.splitlines()
    try:
        places = places_of(text)
    except EditError:
        places = ()
    return [
        {
            **_problem(one, lines),
            "at": list(_field_of(one, place_at(places, one.spot))),
        }
        for one in problems
    ]


def _field_of(problem: Problem, at: Steps) -> Steps:
    """The field a problem is about: what is missing has no place in the text, but has a field."""
    above = at[:-1] if at and isinstance(at[-1], str) else at
    if problem.rule == "bron-ontbreekt":
        return (*above, "bron", "adres")
    missing = _MISSING.match(problem.message)
    return (*above, missing[1]) if problem.rule == "ontbreekt" and missing else at


def _problem(one: Problem, lines: Sequence[str]) -> Json:
    spot = one.spot
    line = lines[spot.line - 1] if 0 < spot.line <= len(lines) else ""
    shown, mark = marked(line, spot)
    return {
        "path": spot.path,
        "line": spot.line,
        "column": spot.column,
        "width": spot.width,
        "severity": str(one.severity),
        "rule": one.rule,
        "message": one.message,
        "hint": one.hint,
        "shown": shown,
        "mark": mark,
    }


def _coming(draft: Draft, text: str, calendar: Calendar) -> list[Json]:
    """The next dates of each activity that says when it is."""
    if draft.one is None or not draft.one.directory.activities:
        return []
    found, known = [], list(draft.one.directory.activities.values())
    for number, identity in enumerate(_activity_ids(text)):
        one = next((each for each in known if each.id.rpartition("/")[2] == identity), None)
        if one is None:
            continue
        coming = coming_of(one, *calendar)
        found.append(
            {
                "at": ["activiteiten", number, "wanneer"],
                "rule": coming.rule,
                "dates": list(coming.dates),
                "note": coming.note,
            }
        )
    return found


def _activity_ids(text: str) -> list[str]:
    try:
        tree = told(text)
    except EditError:
        return []
    blocks = tree.get("activiteiten", []) if isinstance(tree, dict) else []
    blocks = blocks if isinstance(blocks, list) else [blocks]
    return [str(one.get("id", "")) if isinstance(one, dict) else "" for one in blocks]


def show_changes(kind: FileKind, old: str, new: str) -> list[Json]:
    """The fields that differ, in the words of the form."""
    return [
        {"label": one.label, "of": one.of, "before": one.before, "after": one.after}
        for one in changes_of(kind, old, new)
    ]


def show_difference(old: str, new: str) -> list[Json]:
    """The lines that differ."""
    return [{"sign": one.sign, "text": one.text} for one in difference(old, new)]


def show_review(reviewed: Reviewed, text: str, path: str) -> Json:
    """What a draft would change, and whether it may be saved."""
    own = [one for one in reviewed.blocking if one.spot.path == path]
    elsewhere = [one for one in reviewed.blocking if one.spot.path != path]
    return {
        "allowed": not reviewed.blocking,
        "blocking": [*show_problems(own, text), *(_problem(one, ()) for one in elsewhere)],
        "left": [_problem(one, ()) for one in reviewed.left],
        "own": show_problems(reviewed.own, text),
        "noted": [_problem(one, ()) for one in reviewed.noted],
        "answers": [
            {
                "question": one.question,
                "about": one.about,
                "before": one.before,
                "after": one.after,
            }
            for one in reviewed.answers
        ],
        "asked": reviewed.asked,
    }


def show_earlier(one: Earlier) -> Json:
    """An earlier version."""
    moment = f"{day_text(one.until.date(), 'nl')}, {one.until:%H:%M} uur"
    return {"name": one.name, "until": moment}


def show_passed(passed: Sequence[Passed], topics: Mapping[str, Topic]) -> Json:
    """What people asked, the most asked first, and the topics that it may belong to."""
    paths = paths_of(topics)
    titles = {identity: one.title["nl"] for identity, one in topics.items()}
    choices = [(paths[one], titles.get(one, _ELSEWHERE)) for one in paths]
    return {
        "note": "",
        "total": len(passed),
        "passed": [_passed(one, paths, titles) for one in passed[:_MOST]],
        "topics": [
            {"path": path, "title": title, "ours": title != _ELSEWHERE}
            for path, title in sorted(choices, key=lambda one: one[1].casefold())
        ],
    }


def show_nothing_passed(note: str) -> Json:
    """Why there is nothing to read."""
    return {"note": note, "total": 0, "passed": [], "topics": []}


def _passed(one: Passed, paths: Mapping[str, str], titles: Mapping[str, str]) -> Json:
    return {
        "words": one.words,
        "others": list(one.others),
        "ids": list(one.ids),
        "last": day_text(one.last, "nl"),
        "path": paths.get(one.topic, ""),
        "learnt": one.answered and _learnt(titles.get(one.answered, "")),
        "hole": one.has_hole,
    }


def _learnt(title: str) -> str:
    """What the bot says by now on questions that it did not know."""
    says = f"hij geeft het antwoord van ‘{title}’" if title else "hij zegt dat het niet van hem is"
    return f"De bot weet dit nu: {says}. Klopt dat? Gooi de vraag dan weg."
