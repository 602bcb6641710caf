"""Tells how it went with following: what is followed now, what no longer, what was erased."""

from dataclasses import replace

from bot.core.following.interest import Interest, Sort
from bot.core.happenings import (
    Followed,
    FollowsListed,
    Forgot,
    NotFollowed,
    NotForgotten,
    SendingStopped,
    Unfollowed,
)
from bot.core.reply import Bubble, Button
from bot.core.talk.choices import Verb, payload
from bot.core.talk.following import capital, interest_code, interest_text
from bot.core.talk.teller import Teller

Told = Forgot | NotForgotten | Followed | NotFollowed | Unfollowed | FollowsListed | SendingStopped


def following_told(teller: Teller, one: Told) -> tuple[Bubble, ...]:
    """What is said about one such happening."""
    match one:
        case Followed(interest=interest) if interest.sort is Sort.WEEKLY:
            return _plain(teller.say("volg-gedaan-week", plaats=interest.place))
        case Followed(interest=interest):
            return _plain(teller.say("volg-gedaan", wat=interest_text(teller, interest)))
        case NotFollowed(most=most):
            key = "volg-te-veel" if most else "volg-niet-hier"
            return _plain(teller.say(key, aantal=most))
        case Unfollowed():
            return _plain(_unfollowed(teller, one))
        case FollowsListed(interests=interests):
            return (_list(teller, interests),)
        case SendingStopped(sent=sent, spared=spared):
            return _plain(teller.say("bericht-gestopt", gehad=sent, niet=spared))
        case NotForgotten():
            return _plain(teller.say("gewist-mislukt"))
        case Forgot(role=True):
            rest = following_told(teller, replace(one, role=False))
            return (*rest, *_plain(teller.say("gewist-rol")))
        case Forgot(follows=0, known=False):
            return _plain(teller.say("gewist-meer-niet"))
        case Forgot(follows=0):
            return _plain(teller.say("gewist-nummer"))
        case Forgot(follows=follows):
            return _plain(teller.say("gewist-ook", aantal=follows))


def _unfollowed(teller: Teller, one: Unfollowed) -> str:
    rest = teller.say("volg-over") if one.left else teller.say("volg-lijst-leeg")
    if one.interest is None:
        return rest
    return f"{teller.say('volg-gestopt', wat=interest_text(teller, one.interest))} {rest}"


def _list(teller: Teller, interests: tuple[Interest, ...]) -> Bubble:
    """All that is followed, with a button to end each."""
    if not interests:
        return Bubble(pieces=(teller.say("volg-lijst-leeg"),))
    lines = [f"\n– {capital(interest_text(teller, one))}" for one in interests]
    rows = tuple((_stop_button(teller, one),) for one in interests)
    words = (teller.say("volg-lijst"), "\n", *lines, "\n\n", teller.say("volg-lijst-stop"))
    return Bubble(pieces=words, buttons=rows)


def _stop_button(teller: Teller, interest: Interest) -> Button:
    label = teller.say("volg-stop-knop", wat=interest_text(teller, interest))
    label = label if len(label) <= 60 else label[:59].rstrip() + "…"
    return Button(label=label, choice=payload(Verb.UNFOLLOW, interest_code(interest)))


def _plain(text: str) -> tuple[Bubble, ...]:
    return (Bubble(pieces=(text,)),)
