"""A resident tells that something was not right; after their yes the coordinators there hear it.

What they hear is which activity and what sort of thing it was: never who, and never their words.
"""

from dataclasses import replace

from bot.core.deeds import Report
from bot.core.desk.buttons import Press, Pressed, desk_button
from bot.core.draft import Draft, Ref
from bot.core.message import Session
from bot.core.model import Activity
from bot.core.programme.changes import Scope
from bot.core.programme.programme import Programme
from bot.core.programme.search import NEARBY, search
from bot.core.reply import Bubble, Button
from bot.core.reports import Wrong
from bot.core.talk.cards import title
from bot.core.talk.choices import named, short
from bot.core.talk.outcome import Outcome, Scene, options_of
from bot.core.talk.teller import Teller

REPORTING = "report"  # what a session awaits while it is asked which place it is about
_TOPIC = "report_error"
_MOST = 5  # places to choose from
_LABELS = {
    Wrong.CLOSED: "melden-dicht",
    Wrong.TIME: "melden-tijd",
    Wrong.PLACE: "melden-plek",
    Wrong.GONE: "melden-gestopt",
    Wrong.OTHER: "melden-anders",
}


def offer_report(scene: Scene, before: Session, outcome: Outcome) -> Outcome:
    """The same outcome, with the offer to tell the coordinators where something was not right."""
    asked = outcome.query.topic == _TOPIC and outcome.session.awaiting != "topic"
    if outcome.screening.crisis or not (asked or before.awaiting == REPORTING):
        return outcome
    teller = scene.teller(outcome.session.language or "nl")
    meant = _meant(scene, before, outcome)
    if not asked and not meant:
        return outcome
    bubbles = _without_general(scene, outcome, teller) if asked else ()
    outcome = replace(outcome, reply=replace(outcome.reply, bubbles=bubbles))
    if len(meant) == 1:
        return _with(outcome, _ask_what(teller, meant[0]))
    if meant:
        return _with(outcome, _ask_which(teller, meant))
    ask = Bubble(pieces=(teller.say("melden-waarover"),))
    return _with(outcome, ask, awaiting=REPORTING)


def pressed_report(teller: Teller, pressed: Pressed) -> Bubble | Report | None:
    """What a press of a resident leads to: the next question, the report itself, or no report."""
    match pressed:
        case Pressed(press=Press.REPORT_NOT):
            return Bubble(pieces=(teller.say("melden-gestaakt"),))
        case Pressed(press=Press.REPORT, values=(code, *wrong)):
            activity = _activity(code, teller.programme)
            if activity is None:
                return None
            if not wrong:
                return _ask_what(teller, activity)
            if wrong[0] in Wrong._value2member_map_:
                return Report(activity=activity.id, wrong=Wrong(wrong[0]))
    return None


def report_bubble(teller: Teller, activity: Activity, wrong: Wrong) -> Bubble:
    """What the coordinators hear, with buttons to answer everyone with a change or a note."""
    name = title(activity, teller.programme.organisation(activity))
    what = teller.say(_LABELS[wrong])
    words = teller.say("melden-bericht", naam=name, wat=what)
    code = short(activity.id)
    buttons = (
        (desk_button(teller.say("melden-wijziging"), Press.ANSWER, code),),
        (desk_button(teller.say("melden-notitie"), Press.ANSWER_NOTE, code),),
    )
    return Bubble(pieces=(words,), buttons=buttons)


def draft_about(code: str, fresh: str, programme: Programme) -> Draft | None:
    """A new draft about the activity of a report."""
    activity = _activity(code, programme)
    if activity is None:
        return None
    return Draft(id=fresh, choices=(Ref(scope=Scope.ACTIVITY, id=activity.id),))


def _activity(code: str, programme: Programme) -> Activity | None:
    identity = named(code, (one.id for one in programme.activities))
    return programme.activity(identity) if identity else None


def _meant(scene: Scene, before: Session, outcome: Outcome) -> tuple[Activity, ...]:
    """The activities a report may be about: named, just listed, or around the place."""
    programme, slots = scene.programme, outcome.query.slots
    if slots.organisation in programme.organisations:
        own = [one for one in programme.activities if one.organisation == slots.organisation]
        alike = [one for one in own if slots.kind in (None, one.kind)]
        return tuple(alike or own)[:_MOST]
    shown = [programme.activity(one) for one in before.shown]
    held = tuple(one for one in shown if one is not None)
    if held and before.query.slots.place == slots.place:
        return held[:_MOST]
    if slots.place is None:
        return ()
    found = search(programme, replace(slots, when=None), scene.now)
    near = [match.activity for match in found.near if (match.kilometres or 0) <= NEARBY]
    return tuple(near)[:_MOST]


def _without_general(scene: Scene, outcome: Outcome, teller: Teller) -> tuple[Bubble, ...]:
    """What was said, with thanks in the place of the advice to tell it somewhere else."""
    answer = scene.knowledge.topics[_TOPIC].answer
    general = answer.get(teller.language, answer["nl"])
    thanks = Bubble(pieces=(teller.say("melden-dank"),))
    return tuple(thanks if general in bubble.text else bubble for bubble in outcome.reply.bubbles)


def _ask_which(teller: Teller, meant: tuple[Activity, ...]) -> Bubble:
    rows = [(_button(_name(teller, one), Press.REPORT, short(one.id)),) for one in meant]
    return Bubble(pieces=(teller.say("melden-welke"),), buttons=(*rows, (_not(teller),)))


def _ask_what(teller: Teller, activity: Activity) -> Bubble:
    rows = [
        (desk_button(teller.say(label), Press.REPORT, short(activity.id), wrong),)
        for wrong, label in _LABELS.items()
    ]
    words = teller.say("melden-vraag", naam=_name(teller, activity))
    return Bubble(pieces=(words,), buttons=(*rows, (_not(teller),)))


def _not(teller: Teller) -> Button:
    return desk_button(teller.say("melden-niet"), Press.REPORT_NOT)


def _button(label: str, press: Press, *values: str) -> Button:
    return desk_button(label if len(label) <= 60 else f"{label[:59]}…", press, *values)


def _name(teller: Teller, activity: Activity) -> str:
    return title(activity, teller.programme.organisation(activity))


def _with(outcome: Outcome, bubble: Bubble, awaiting: str = "") -> Outcome:
    reply = replace(outcome.reply, bubbles=(*outcome.reply.bubbles, bubble))
    session = replace(outcome.session, awaiting=awaiting, options=options_of(reply))
    return replace(outcome, reply=reply, session=session)
