"""Checks the follow-ups: none stands twice, none is too long, and each teaches something."""

from bot.core.lexicon.text import words_of
from bot.core.understanding.brain import compared
from bot.knowledge.followups import FOLDER, Followup, read_followups
from bot.knowledge.leanings import is_fitted_to
from bot.knowledge.parts import Parts
from bot.knowledge.problems import Report, Spot

_LONGEST = 500  # characters; nobody reads on, and one word more or less says nothing then


def check_followups(parts: Parts, report: Report) -> None:
    """Reports follow-ups that say nothing, say two things, or that the weights do not know yet."""
    followups = read_followups(parts.folder, report)
    said = set(parts.asked(Report()).said)
    first: dict[tuple[str, str], Followup] = {}
    for one in followups:
        key = (_plain(one.first.text), _plain(one.then.text))
        earlier = first.setdefault(key, one)
        if earlier is not one:
            _note_double(one, earlier, report)
        _check_words(one, said, report)
    if followups and not is_fitted_to(followups):
        report.warning(
            Spot(path=FOLDER),
            "vervolg-net",
            "Wat vervolgvragen betekenen, is nog afgesteld op eerdere voorbeelden.",
            "Draai ‘handwijzer fit’.",
        )


def _note_double(one: Followup, earlier: Followup, report: Report) -> None:
    spot = earlier.then.spot
    place = f"{spot.path}, regel {spot.line}"
    if one.labels == earlier.labels:
        report.warning(
            one.then.spot,
            "vervolg-dubbel",
            f"‘{one.then.text}’ staat na deze vraag al in {place}.",
            "Haal deze weg.",
        )
    else:
        report.error(
            one.then.spot,
            "vervolg-twee-onderwerpen",
            f"‘{one.then.text}’ hoort na deze vraag bij iets anders in {place}.",
            "Laat er één staan. Kan het allebei? Zet dan het andere onderwerp bij ‘ook-goed’.",
        )


def _check_words(one: Followup, said: set[str], report: Report) -> None:
    for words in (one.first, one.then):
        if len(words.text) > _LONGEST:
            report.warning(
                words.spot,
                "vervolg-lang",
                f"Dit zijn {len(words.text)} tekens: zo lang vraagt bijna niemand iets.",
                f"Maak er hooguit {_LONGEST} van.",
            )
    if _plain(one.then.text) in said:
        report.warning(
            one.then.spot,
            "vervolg-voorbeeld",
            f"‘{one.then.text}’ staat al bij de voorbeelden van een onderwerp.",
            "Schrijf het hier in andere woorden. Zo leert Handwijzer er niets van.",
        )


def _plain(text: str) -> str:
    return compared(words_of(text))
