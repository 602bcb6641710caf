"""Tells what has been done, or that it could not be."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core import happenings as happened
from bot.core.calendar.day_text import day_text
from bot.core.desk import words
from bot.core.desk.buttons import Press, desk_button
from bot.core.desk.drafts.preview import preview, seconded, sent
from bot.core.desk.log_text import log_text
from bot.core.desk.scopes import role_text
from bot.core.figures import show_figures
from bot.core.happenings import Happening
from bot.core.reply import Bubble, Button, Link
from bot.core.roles import Person, Role
from bot.core.talk.following_told import following_told
from bot.core.talk.outcome import Scene

_MOST_BUTTONS = 80  # Telegram takes a hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """To whom something is told: in which language, and with what is known; None: no knowledge."""

    language: str
    scene: Scene | None


def tell(happenings: Iterable[Happening], telling: Telling) -> tuple[Bubble, ...]:
    """What is said about the deeds of one decision, in the order in which they were done."""
    return tuple(bubble for one in happenings for bubble in _told(one, telling))


def _told(one: Happening, telling: Telling) -> tuple[Bubble, ...]:
    match one:
        case (
            happened.Forgot()
            | happened.NotForgotten()
            | happened.Followed()
            | happened.NotFollowed()
            | happened.Unfollowed()
            | happened.FollowsListed()
            | happened.SendingStopped()
        ):
            return (
                following_told(telling.scene.teller(telling.language), one)
                if telling.scene
                else ()
            )
        case happened.Failed():
            return (_plain(words.NOT_DONE[telling.language]),)
        case happened.NotAllowed():
            return (_plain(words.NO_ACCESS[telling.language]),)
        case _:
            return _told_of_access(one, telling)


def _told_of_access(one: Happening, telling: Telling) -> tuple[Bubble, ...]:
    match one:
        case happened.NotAccepted():
            known = words.NO_INVITATION[telling.language]
            return (_plain(words.NO_INVITATION_ANY_MORE if one.works_here else known),)
        case happened.Invited():
            return _invited(one, telling)
        case happened.Accepted():
            return welcome(one.person, telling)
        case happened.RolesListed():
            return (_roles(one, telling),)
        case happened.Revoked():
            known = words.REVOKED.format(who=one.pseudonym)
            return (_plain(known if one.pseudonym else words.REVOKED_BEFORE),)
        case happened.LogRead():
            return (_log(one, telling),)
        case happened.FiguresRead():
            topics = telling.scene.knowledge.topics if telling.scene else {}
            titles = {key: topic.title["nl"] for key, topic in topics.items()}
            return (_plain(show_figures(one.figures, titles, one.day)),)
        case happened.Switched():
            return (_plain(words.ONLY_NUMBERS if one.only_numbers else words.EVERYTHING),)
        case _:
            return _told_of_change(one, telling)


def _told_of_change(one: Happening, telling: Telling) -> tuple[Bubble, ...]:
    match one:
        case happened.WentOn():
            return (*one.bubbles, *_told(one.happening, telling))
        case happened.Previewed():
            return preview(one, telling.scene) if telling.scene else ()
        case happened.Discarded():
            return (_plain(words.DISCARDED),)
        case happened.Sent():
            return (sent(one),)
        case happened.Seconded():
            return (_plain(seconded(one)),)
        case happened.NotSent():
            return (_plain(words.SENT_BEFORE if one.already else one.problem or words.SENT_NOT),)
        case happened.Reported():
            key = "melden-gedaan" if one.told else "melden-niemand"
            key = "melden-genoeg" if one.enough else key
            known = telling.scene
            return (_plain(known.teller(telling.language).say(key)),) if known else ()
        case happened.GapKept():
            known = telling.scene
            return (_plain(known.teller(telling.language).say("gat-gedaan")),) if known else ()
        case happened.Withdrawn():
            return (_plain(words.WITHDRAWN_BEFORE if one.already else words.WITHDRAWN),)
        case _:
            return ()  # the reply says so already


def welcome(person: Person, telling: Telling) -> tuple[Bubble, ...]:
    """Which roles somebody has, and what they can do with them."""
    lines = [
        words.WELCOME.format(roles=_own_roles(person, telling), pseudonym=person.pseudonym),
        words.HOW_TO_CHANGE,
        words.FIGURES_HINT,
    ]
    if person.role is Role.ADMINISTRATOR:
        lines.append(words.FOR_ADMINISTRATORS)
    return (_plain("\n\n".join(lines)),)


def _own_roles(person: Person, telling: Telling) -> str:
    known = telling.scene.programme.organisations if telling.scene else {}
    return " en ".join(role_text(one.role, one.scope, known) for one in person.grants)


def _invited(one: happened.Invited, telling: Telling) -> tuple[Bubble, ...]:
    known = telling.scene.programme.organisations if telling.scene else {}
    typed = _plain(words.INVITED_BARE.format(token=one.token))
    address = f"https://t.me/{one.bot}?start={one.token}"
    before, _, after = words.INVITED.format(
        day=day_text(one.until.date(), "nl"),
        role=role_text(one.role, one.scope, known),
        link="\0",
    ).partition("\0")
    if not one.bot:
        return (_plain(before.strip()), _plain(words.TYPED.format(token=one.token)))
    return (Bubble(pieces=(before, Link(text=address, url=address), after)), typed)


def _roles(one: happened.RolesListed, telling: Telling) -> Bubble:
    known = telling.scene.programme.organisations if telling.scene else {}
    rows: list[tuple[Button, ...]] = []
    for person in one.people:
        for grant in person.grants:
            label = f"{person.pseudonym}, {role_text(grant.role, grant.scope, known)}"
            label += " (dat ben jij)" if person.id == one.own else ""
            rows.append((desk_button(label, Press.REVOKE, grant.id, person.pseudonym),))
    return Bubble(pieces=(words.WHOSE_ROLE,), buttons=tuple(rows[:_MOST_BUTTONS]))


def _log(one: happened.LogRead, telling: Telling) -> Bubble:
    names: dict[str, str] = {}
    if telling.scene:
        programme = telling.scene.programme
        names |= {key: held.name for key, held in programme.organisations.items()}
        names |= {key: held.name for key, held in programme.locations.items()}
        for activity in programme.activities:
            holder = programme.organisation(activity)
            names[activity.id] = f"{activity.name}, {holder.name}"
    return _plain(log_text(one.entries, names) or words.LOG_EMPTY)


def _plain(text: str) -> Bubble:
    return Bubble(pieces=(text,))
