"""Whom an administrator can invite: for an organisation, a region, everything, or beside them."""

from bot.core.deeds import Invite
from bot.core.desk.buttons import Press, desk_button
from bot.core.desk.words import NOBODY_THERE, WHOM_TO_INVITE
from bot.core.model import Organisation
from bot.core.places.gazetteer import place_key
from bot.core.reply import Bubble, Button
from bot.core.roles import Reach, Role, Scope
from bot.core.talk.choices import named, short
from bot.core.talk.outcome import Scene

_MOST = 8  # organisations offered at once


def ask_whom() -> Bubble:
    """Asks for an organisation or a region, and offers what needs neither."""
    return Bubble(
        pieces=(WHOM_TO_INVITE,),
        buttons=(
            (_button("Een coördinator van alles", Role.COORDINATOR, Reach.ALL, ""),),
            (_button("Een beheerder", Role.ADMINISTRATOR, Reach.ALL, ""),),
        ),
    )


def offer_invitations(scene: Scene, text: str) -> Bubble:
    """A button for each organisation and region that a text may mean."""
    buttons = [
        _button(one.name, Role.COORDINATOR, Reach.ORGANISATION, short(one.id))
        for one in _organisations(scene, text)[:_MOST]
    ]
    region = _region(scene, text)
    if region:
        label = f"Alles in {region}"
        buttons.append(_button(label, Role.COORDINATOR, Reach.REGION, region))
    if not buttons:
        return Bubble(pieces=(NOBODY_THERE,))
    return Bubble(
        pieces=("Waarvan wordt diegene coördinator?",),
        buttons=tuple((button,) for button in buttons),
    )


def invite_pressed(scene: Scene, values: tuple[str, ...]) -> Invite | None:
    """The invitation that a pressed button asks for; None where it no longer means anything."""
    if len(values) != 3:
        return None
    role, reach, subject = values
    if role not in Role._value2member_map_ or reach not in Reach._value2member_map_:
        return None
    if reach == Reach.ORGANISATION:
        subject = named(subject, scene.programme.organisations) or ""
        if not subject:
            return None
    return Invite(role=Role(role), scope=Scope(reach=Reach(reach), subject=subject))


def _button(label: str, role: Role, reach: Reach, subject: str) -> Button:
    return desk_button(label, Press.INVITE, role, reach, subject)


def _organisations(scene: Scene, text: str) -> list[Organisation]:
    """The organisations whose name, or one of whose names, holds all words of a text."""
    words = place_key(text).split()
    return [
        one
        for one in scene.programme.organisations.values()
        if words and any(_holds(name, words) for name in (one.name, *one.names))
    ]


def _holds(name: str, words: list[str]) -> bool:
    held = place_key(name).split()
    return all(any(one.startswith(word) for one in held) for word in words)


def _region(scene: Scene, text: str) -> str:
    """The town or province that a text names, as it is officially written."""
    gazetteer = scene.knowledge.gazetteer
    province = gazetteer.provinces.get(place_key(text).replace(" ", ""))
    if province:
        return province
    places = gazetteer.named(text)
    return places[0].name if places else ""
