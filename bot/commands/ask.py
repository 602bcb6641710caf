"""`handwijzer ask`: one answer for each question, as text or as JSON lines."""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.app.clocks import in_amsterdam, local_now
from bot.app.opened import Opened, open_assistant
from bot.commands.check import show_problem
from bot.core.message import Matter, Message, Place, Slots
from bot.core.reply import Bubble
from bot.core.safety.screen import Level
from bot.core.talk.outcome import House, Outcome
from bot.core.talk.steps.language import SPOKEN
from bot.core.understanding.understand import Decision
from bot.reloading.served import Keeping
from bot.settings import read_settings
from bot.store.serving import FILE


class RequestError(ValueError):
    """A line that is no question, or that asks it in a way we cannot read; in Dutch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question, with what was said before it, when and where."""

    text: str
    after: str = ""
    now: datetime | None = None
    near: tuple[float, float] | None = None
    language: str = ""


class _Clock:
    """Tells the time that a question is asked at."""

    def __init__(self) -> None:
        self.fixed: datetime | None = None

    def __call__(self) -> datetime:
        return self.fixed or local_now()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("question", nargs="*", metavar="VRAAG")
    parser.add_argument("--json", action="store_true", help="één JSON-object per vraag")
    parser.add_argument("--why", action="store_true", help="laat zien welke woorden beslisten")
    parser.add_argument(
        "--now", type=_moment, metavar="2026-11-25T14:00", help="doe of het dan is"
    )
    parser.add_argument("--near", type=_point, metavar="52.78,6.90", help="doe of je daar bent")
    parser.add_argument("--lang", choices=("nl", "en"), default="", help="taal van het antwoord")


def run(arguments: argparse.Namespace) -> int:
    """Answers the questions of the arguments, or one for each line of standard input."""
    clock = _Clock()
    settings = read_settings(os.environ)
    folder = settings.data if (settings.data / FILE).is_file() else None
    keeping = Keeping(folder=folder, url=settings.database_url)
    opened = open_assistant(os.environ, House(), clock, keeping=keeping)
    if opened.only_numbers:
        for problem in opened.problems:
            print(show_problem(problem), file=sys.stderr)
    wrong = 0
    for number, line in enumerate(arguments.question or _lines()):
        if not arguments.question and not line.strip():
            continue
        try:
            request = _request(line, arguments)
        except RequestError as error:
            _refuse(arguments, number + 1, error)
            wrong += 1
            continue
        clock.fixed = request.now
        _print(arguments, request, *_ask(opened, request, f"ask:{number}"))
        sys.stdout.flush()
    return 1 if wrong or opened.only_numbers else 0


def _lines() -> Iterator[str]:
    """The lines of standard input; bytes that are no UTF-8 spoil a letter, not the whole."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def _refuse(arguments: argparse.Namespace, number: int, error: RequestError) -> None:
    """Says what is wrong with a line, and keeps one object a line for who counts them."""
    print(f"Regel {number}: {error}", file=sys.stderr)
    if arguments.json:
        print(json.dumps({"error": str(error)}, ensure_ascii=False), flush=True)


def _ask(opened: Opened, request: Request, chat: str) -> tuple[Outcome, float]:
    """The outcome of a question in a chat of its own, and the milliseconds it took."""
    assistant = opened.assistant
    if request.language:
        assistant.decide(_press(f"1:l:{request.language}"), chat)
    if request.near:
        lat, lon = request.near
        assistant.decide(Message(matter=Matter.POSITION, lat=lat, lon=lon), chat)
    if request.after:
        assistant.decide(Message(text=request.after), chat)
    began = time.perf_counter()
    outcome = assistant.decide(Message(text=request.text), chat)
    return outcome, (time.perf_counter() - began) * 1000


def _press(choice: str) -> Message:
    return Message(matter=Matter.BUTTON, choice=choice)


def _print(
    arguments: argparse.Namespace, request: Request, outcome: Outcome, milliseconds: float
) -> None:
    if arguments.json:
        told = as_json(request.text, outcome, milliseconds)
        print(json.dumps(told, ensure_ascii=False))
        return
    for bubble in outcome.reply.bubbles:
        print(bubble.text)
        for row in bubble.buttons:
            print("  " + "  ".join(f"[{button.label}]" for button in row))
        print()
    if arguments.why:
        for reason in _because(outcome):
            print(f"  waarom: {reason}")


def as_json(text: str, outcome: Outcome, milliseconds: float) -> dict[str, Any]:
    """Everything that was decided about one message, in a form that stays as it is."""
    understood, screening = outcome.understanding, outcome.screening
    levels = [str(level) for level in screening.levels]
    asked = understood is not None and understood.decision is Decision.ASK
    decision = understood.decision if understood else Decision.ANSWER
    told = understood is not None or bool(outcome.activities)  # or chosen from a list
    topic = outcome.query.topic if told and decision is not Decision.ABSTAIN else None
    return {
        "text": text,
        "language": understood.language if understood else screening.language,
        "safety": _safety(outcome),
        "level": levels[0] if levels else None,
        "levels": levels,
        "decision": str(decision),
        "topic": topic,
        "second": understood.second if understood else None,
        "score": understood.score if understood else None,
        "rivals": [list(pair) for pair in understood.rivals] if understood and asked else [],
        "slots": slots_as_json(understood.slots if understood else Slots()),
        "query": {"topic": outcome.query.topic, **slots_as_json(outcome.query.slots)},
        "activities": list(outcome.activities),
        "organisations": list(outcome.organisations),
        "reply": [_bubble_as_json(bubble) for bubble in outcome.reply.bubbles],
        "because": list(_because(outcome)),
        "ms": round(milliseconds, 3),
    }


def slots_as_json(slots: Slots) -> dict[str, Any]:
    """The slots by name; dates as YYYY-MM-DD."""
    when = slots.when
    return {
        "place": _place_as_json(slots),
        "when": {
            "start": when.start.isoformat() if when.start else None,
            "end": when.end.isoformat() if when.end else None,
            "part": str(when.part) if when.part else None,
        }
        if when
        else None,
        "kind": str(slots.kind) if slots.kind else None,
        "theme": [str(theme) for theme in slots.themes],
        "audience": [str(audience) for audience in slots.audiences],
        "format": str(slots.format) if slots.format else None,
        "organisation": slots.organisation,
    }


def _place_as_json(slots: Slots) -> dict[str, Any] | None:
    """The place, or just the name where several places have it and one is asked which."""
    if slots.place is not None:
        return _point_as_json(slots.place)
    if not slots.namesakes:
        return None
    points = [{**_point_as_json(one), "province": one.province} for one in slots.namesakes]
    return {"name": slots.namesakes[0].name, "lat": None, "lon": None, "namesakes": points}


def _point_as_json(place: Place) -> dict[str, Any]:
    return {"name": place.name, "lat": place.lat, "lon": place.lon}


def _bubble_as_json(bubble: Bubble) -> dict[str, Any]:
    told: dict[str, Any] = {
        "text": bubble.text,
        "buttons": [[button.label for button in row] for row in bubble.buttons],
    }
    if bubble.venue:
        told["venue"] = {"lat": bubble.venue.lat, "lon": bubble.venue.lon}
    return told


def _safety(outcome: Outcome) -> str | None:
    if outcome.screening.crisis:
        return "crisis"
    return "treatment" if Level.TREATMENT in outcome.screening.levels else None


def _because(outcome: Outcome) -> tuple[str, ...]:
    understood = outcome.understanding.because if outcome.understanding else ()
    return (*(f"veiligheid: {rule}" for rule in outcome.screening.because), *understood)


def _request(line: str, arguments: argparse.Namespace) -> Request:
    """The question a line holds: plain text, or a JSON object with more; raises RequestError."""
    line = line.encode("utf-8", "replace").decode()  # an argument can hold half characters
    if not line.lstrip().startswith("{"):
        return Request(text=line, now=arguments.now, near=arguments.near, language=arguments.lang)
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RequestError("dit begint als JSON, maar is het niet.") from error
    return _from_fields(fields, arguments)


def _from_fields(fields: Mapping[str, Any], arguments: argparse.Namespace) -> Request:
    language = fields.get("lang") or arguments.lang
    if language and language not in SPOKEN:
        raise RequestError("‘lang’ is ‘nl’ of ‘en’.")
    try:
        now = _moment(fields["now"]) if fields.get("now") else arguments.now
        near = _pair(*fields["near"]) if fields.get("near") else arguments.near
    except argparse.ArgumentTypeError as error:
        raise RequestError(f"{error}.") from error
    except TypeError as error:
        raise RequestError("‘now’ is tekst, en ‘near’ is [breedte, lengte].") from error
    return Request(
        text=_text(fields, "text"),
        after=_text(fields, "after") if fields.get("after") else "",
        now=now,
        near=near,
        language=language,
    )


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise RequestError(f"het veld ‘{name}’ ontbreekt of is geen tekst.")
    return value.encode("utf-8", "replace").decode()


def _moment(words: str) -> datetime:
    """Local time; one with a zone of its own is worked out to it."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"geen tijdstip: {words}") from error
    return in_amsterdam(moment)


def _point(words: str) -> tuple[float, float]:
    parts = words.split(",")
    if len(parts) != 2:
        raise argparse.ArgumentTypeError(f"geen breedte,lengte: {words}")
    return _pair(*parts)


def _pair(lat: str | float, lon: str | float) -> tuple[float, float]:
    """A latitude and a longitude on this earth."""
    try:
        point = float(lat), float(lon)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"geen breedte,lengte: {lat},{lon}") from error
    if not (abs(point[0]) <= 90 and abs(point[1]) <= 180):
        raise argparse.ArgumentTypeError(f"geen plek op aarde: {lat},{lon}")
    return point
