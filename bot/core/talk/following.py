"""How a resident follows something: what can be followed, the explicit yes, and how it ends.

    a topic or a button → what can be followed → "shall I? this is what I keep" → yes → a deed

Nothing is kept before the yes. A payload holds what is meant (`interest_code`), so that an old
button still says the same after a restart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.deeds import Follow, ListFollowed, StopSending, Unfollow
from bot.core.following.interest import AROUND, RANGES, REMINDERS, Interest, Sort, around
from bot.core.knowledge import Knowledge
from bot.core.message import Query, Slots
from bot.core.model import Activity, Theme
from bot.core.places.gazetteer import nearest_name
from bot.core.programme.programme import Programme
from bot.core.reply import Bubble, Button
from bot.core.talk.cards import title
from bot.core.talk.choices import Choice, Verb, named, payload, short
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller
from bot.core.talk.theme_names import theme_name

_THEME_REACH = 25  # km around a place, for a theme, when nobody says otherwise
_AHEAD = 100  # days in which there must be a date to remind of
_YES = {Sort.DAY_BEFORE: "volg-ja-dag", Sort.HOUR_BEFORE: "volg-ja-uur"}
_OFFERED = 3  # activities offered at once
_CODES = {
    Sort.ACTIVITY: "a",
    Sort.DAY_BEFORE: "d",
    Sort.HOUR_BEFORE: "h",
    Sort.PLACE: "p",
    Sort.THEME: "t",
    Sort.WEEKLY: "w",
}
_SORTS = {code: sort for sort, code in _CODES.items()}


def offer_following(
    scene: Scene, teller: Teller, query: Query, meant: Sequence[Activity]
) -> Answer:
    """What can be followed of what was asked about; asks back where that is nothing."""
    if not teller.reaches:
        return _not_here(teller)
    offered = [
        *(Interest(sort=Sort.ACTIVITY, activity=one.id) for one in meant[:_OFFERED]),
        *_around_place(query.slots, scene.knowledge),
    ]
    if not offered:
        bubble = Bubble(pieces=(teller.say("volg-noem"),), asks_location=True)
        return Answer(bubbles=(bubble,), awaiting="place")
    if len(offered) == 1:
        return _ask(teller, offered[0])
    rows = tuple(
        (_button(capital(subject_text(teller, one)), Verb.FOLLOW, interest_code(one)),)
        for one in offered
    )
    return Answer(bubbles=(Bubble(pieces=(teller.say("volg-waarover"),), buttons=rows),))


def offer_reminding(teller: Teller, meant: Sequence[Activity]) -> Answer:
    """Of what one can be reminded; asks back where that is nothing."""
    if not teller.reaches:
        return _not_here(teller)
    if not meant:
        bubble = Bubble(pieces=(teller.say("volg-noem-herinnering"),), asks_location=True)
        return Answer(bubbles=(bubble,), awaiting="place")
    if len(meant) == 1:
        return _ask_remind(teller, meant[0])
    rows = tuple(
        (_button(_name(teller, one), Verb.REMIND, short(one.id)),) for one in meant[:_OFFERED]
    )
    bubble = Bubble(pieces=(teller.say("volg-waaraan"),), buttons=rows)
    return Answer(bubbles=(bubble,))


def list_following() -> Answer:
    """What is followed now; the desk looks it up."""
    return Answer(bubbles=(), deeds=(ListFollowed(),))


def chosen_following(scene: Scene, teller: Teller, choice: Choice) -> Answer | None:
    """What a pressed button about following leads to; None where it says nothing any more."""
    match choice.verb:
        case Verb.FOLLOW_NO:
            return Answer(bubbles=(Bubble(pieces=(teller.say("volg-nee-antwoord"),)),))
        case Verb.REMIND:
            activity = _activity(scene.programme, choice.value)
            return _ask_remind(teller, activity) if activity else None
        case Verb.UNFOLLOW:
            return Answer(bubbles=(), deeds=(Unfollow(code=choice.value),))
        case Verb.STOP_SENDING:
            return Answer(bubbles=(), deeds=(StopSending(announcement=choice.value),))
        case Verb.FOLLOW | Verb.FOLLOW_YES:
            return _chosen_interest(scene, teller, choice)
    return None


def following_buttons(teller: Teller, activity: Activity) -> tuple[Button, ...]:
    """The buttons under an activity: to be kept posted, and to be reminded, where that can be."""
    if not teller.reaches:
        return ()
    interest = Interest(sort=Sort.ACTIVITY, activity=activity.id)
    return (
        _button(teller.say("volg-knop"), Verb.FOLLOW, interest_code(interest)),
        _button(teller.say("volg-herinner-knop"), Verb.REMIND, short(activity.id)),
    )


def interest_text(teller: Teller, interest: Interest) -> str:
    """What is followed, and within how many kilometres, in words that fit in a sentence."""
    what = subject_text(teller, interest)
    if interest.sort in RANGES:
        return teller.say("volg-wat-ver", wat=what, km=interest.within)
    return what


def subject_text(teller: Teller, interest: Interest) -> str:
    """What is followed, however far it is."""
    if interest.activity:
        activity = teller.programme.activity(interest.activity)
        what = _name(teller, activity) if activity else teller.say("volg-wat-weg")
        key = {Sort.DAY_BEFORE: "volg-wat-dag", Sort.HOUR_BEFORE: "volg-wat-uur"}
        return teller.say(key[interest.sort], wat=what) if interest.sort in key else what
    if interest.sort is Sort.WEEKLY:
        return teller.say("volg-wat-week", plaats=interest.place)
    if interest.theme is None:
        return teller.say("volg-wat-plaats", plaats=interest.place)
    return teller.say(
        "volg-wat-thema",
        thema=theme_name(interest.theme, teller.language),
        plaats=interest.place,
    )


def interest_code(interest: Interest) -> str:
    """An interest as part of a payload, in at most 40 bytes."""
    code = _CODES[interest.sort]
    if interest.activity:
        return f"{code}{short(interest.activity)}"
    where = f"{code}{interest.lat:.3f},{interest.lon:.3f},{interest.within}"
    return f"{where},{interest.theme.value}" if interest.theme else where


def read_interest(code: str, knowledge: Knowledge, programme: Programme) -> Interest | None:
    """The interest that a payload stands for; None where it cannot be told any more."""
    sort = _SORTS.get(code[:1])
    if sort is None:
        return None
    if sort is Sort.ACTIVITY or sort in REMINDERS:
        activity = _activity(programme, code[1:])
        return Interest(sort=sort, activity=activity.id) if activity else None
    try:
        lat, lon, within, *rest = code[1:].split(",")
        theme = Theme(rest[0]) if rest else None
        place = nearest_name(float(lat), float(lon), knowledge.gazetteer)
        found = around(sort, place, int(within), theme)
    except ValueError:
        return None
    return found if (theme is not None) == (sort is Sort.THEME) else None


def capital(text: str) -> str:
    """A text as it begins a line."""
    return text[:1].upper() + text[1:]


def _chosen_interest(scene: Scene, teller: Teller, choice: Choice) -> Answer | None:
    interest = read_interest(choice.value, scene.knowledge, scene.programme)
    if interest is None:
        return None
    if choice.verb is Verb.FOLLOW:
        return _ask(teller, interest)
    return Answer(bubbles=(), deeds=(Follow(interest=interest, language=teller.language),))


def _not_here(teller: Teller) -> Answer:
    return Answer(bubbles=(Bubble(pieces=(teller.say("volg-niet-hier", aantal=0),)),))


def _ask(teller: Teller, interest: Interest) -> Answer:
    """Asks for the yes, and says what is kept then."""
    what = subject_text(teller, interest)
    key = "volg-vraag-week" if interest.sort is Sort.WEEKLY else "volg-vraag"
    asked = teller.say(key, wat=what, plaats=interest.place)
    if interest.sort not in RANGES:
        yes = _button(teller.say("volg-ja"), Verb.FOLLOW_YES, interest_code(interest))
        return _with_no(teller, asked, (yes,))
    ways = tuple(replace(interest, within=within) for within in RANGES[interest.sort])
    yeses = tuple(
        _button(teller.say("volg-ja-ver", km=one.within), Verb.FOLLOW_YES, interest_code(one))
        for one in ways
    )
    return _with_no(teller, f"{asked} {teller.say('volg-hoe-ver')}", yeses)


def _ask_remind(teller: Teller, activity: Activity) -> Answer:
    """Asks for the yes; of what has no sure date nobody can be reminded."""
    sorts = _remindable(teller, activity)
    if not sorts:
        words = teller.say("volg-geen-datum", wat=_name(teller, activity))
        follow = following_buttons(teller, activity)[:1]
        return Answer(bubbles=(Bubble(pieces=(words,), buttons=(follow,)),))
    asked = teller.say("volg-vraag-herinnering", wat=_name(teller, activity))
    yes = tuple(
        _button(
            teller.say(_YES[sort]),
            Verb.FOLLOW_YES,
            interest_code(Interest(sort=sort, activity=activity.id)),
        )
        for sort in sorts
    )
    return _with_no(teller, asked, yes)


def _remindable(teller: Teller, activity: Activity) -> tuple[Sort, ...]:
    """How long before one can be reminded; an hour only where the hour is known."""
    today = teller.now.date()
    if teller.programme.is_stale(activity, today):
        return ()
    dates = teller.programme.dates(activity, today, _AHEAD, today)
    if not dates:
        return ()
    timed = any(isinstance(one.start, datetime) for one in dates)
    return (Sort.DAY_BEFORE, Sort.HOUR_BEFORE) if timed else (Sort.DAY_BEFORE,)


def _with_no(teller: Teller, asked: str, yes: tuple[Button, ...]) -> Answer:
    rows = (*((one,) for one in yes), (_button(teller.say("volg-nee"), Verb.FOLLOW_NO, ""),))
    bubble = Bubble(pieces=(f"{asked}\n\n{teller.say('volg-bewaar')}",), buttons=rows)
    return Answer(bubbles=(bubble,))


def _around_place(slots: Slots, knowledge: Knowledge) -> Iterable[Interest]:
    """What can be followed around a place, by the town: nobody's own position is kept."""
    if slots.place is None:
        return
    town = nearest_name(slots.place.lat, slots.place.lon, knowledge.gazetteer)
    for theme in slots.themes[:1]:
        yield around(Sort.THEME, town, _THEME_REACH, theme)
    yield around(Sort.PLACE, town, AROUND)
    yield around(Sort.WEEKLY, town, AROUND)


def _activity(programme: Programme, code: str) -> Activity | None:
    identity = named(code, (one.id for one in programme.activities))
    return programme.activity(identity) if identity else None


def _name(teller: Teller, activity: Activity) -> str:
    return title(activity, teller.programme.organisation(activity))


def _button(label: str, verb: Verb, value: str) -> Button:
    label = label if len(label) <= 60 else label[:59].rstrip() + "…"
    return Button(label=label, choice=payload(verb, value))
