"""The fixed bubbles: the greeting, the menu, and what is said where nothing was understood."""

from collections.abc import Iterable

from bot.core.knowledge import Knowledge
from bot.core.reply import Bubble, Button
from bot.core.talk.choices import Verb, payload
from bot.core.talk.teller import Teller

MOST_ASKED = ("find_activity", "referral", "first_visit")
SMALL_TALK = frozenset(("greeting", "thanks", "goodbye"))


def menu_buttons(teller: Teller) -> tuple[tuple[Button, ...], ...]:
    """Where one can go from anywhere; the help lines are always among them."""
    return (
        (_button(teller, "menu-knop-zoeken", Verb.TOPIC, "find_activity"),),
        (
            _button(teller, "menu-knop-vragen", Verb.MENU, ""),
            _button(teller, "menu-knop-nu-hulp", Verb.NOW, ""),
        ),
    )


def greeting(teller: Teller) -> Bubble:
    """Who is talking, what can be asked, and the help lines."""
    return Bubble(pieces=(teller.say("begroeting"),), buttons=menu_buttons(teller))


def menu(teller: Teller) -> Bubble:
    """The menu alone."""
    return Bubble(pieces=(teller.say("menu"),), buttons=menu_buttons(teller))


def topic_buttons(
    knowledge: Knowledge, topics: Iterable[str], language: str
) -> tuple[tuple[Button, ...], ...]:
    """A row for each topic, with its title."""
    return tuple(
        (Button(label=title.get(language, title["nl"]), choice=payload(Verb.TOPIC, identity)),)
        for identity in topics
        for title in (knowledge.topics[identity].title,)
    )


def _button(teller: Teller, key: str, verb: Verb, value: str) -> Button:
    return Button(label=teller.say(key), choice=payload(verb, value))
