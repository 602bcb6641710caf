"""The checks that a snapshot can be served without, and an editor wants all the same."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.core.knowledge import Knowledge
from bot.core.model import Activity, Organisation
from bot.core.safety_claims import text_problems
from bot.core.schedule import Unreadable, read_schedule
from bot.knowledge.loader import load
from bot.knowledge.problems import Report, Spot

_AGEING = 366 * 2  # days after which a source is worth reading again


def check_folder(folder: Path, cache: Path | None = None, today: date | None = None) -> Report:
    """Everything that is wrong or doubtful in a knowledge folder."""
    loaded = load(folder, cache)
    report = loaded.report
    if loaded.knowledge is not None:
        _check_schedules(loaded.knowledge, report)
        _check_texts(loaded.knowledge, report)
    return report


def _check_schedules(knowledge: Knowledge, report: Report) -> None:
    for activity in knowledge.activities.values():
        if not activity.when:
            continue
        anchor = activity.source.read if activity.source and activity.source.read else None
        schedule = read_schedule(activity.when, anchor=anchor or date(2026, 1, 1))
        if isinstance(schedule, Unreadable):
            report.warning(
                _spot(activity),
                "wanneer",
                f"‘{activity.when}’ kan ik niet lezen: {schedule.advice}",
                "De tekst wordt wel getoond, maar ik weet dan geen datums.",
            )


def _check_texts(knowledge: Knowledge, report: Report) -> None:
    for record, text in _free_texts(knowledge):
        for problem in text_problems(text):
            report.error(_spot(record), "tekst-mag-niet", problem)


def _free_texts(knowledge: Knowledge) -> Iterator[tuple[Organisation | Activity, str]]:
    for organisation in knowledge.organisations.values():
        yield organisation, organisation.summary
        yield organisation, organisation.status_note
    for activity in knowledge.activities.values():
        yield activity, activity.about
        for fact in activity.facts.values():
            yield activity, fact.detail


def _spot(record: Organisation | Activity) -> Spot:
    origin = record.origin
    return Spot(path=origin.path, line=origin.line) if origin else Spot(path="organisaties")
