"""The facts of what is meant, and whom to ask where we don't know."""

from bot.core.knowledge import Topic
from bot.core.message import Query, Session
from bot.core.model import Activity
from bot.core.reply import Bubble, Piece, Strong
from bot.core.talk.answers.meant import as_matches, meant_by, topic_words
from bot.core.talk.cards import contact_words, fact_text, joined, list_buttons, source_line, title
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller


def facts(scene: Scene, teller: Teller, session: Session, query: Query, topic: Topic) -> Answer:
    """The facts of what is meant, then what holds in general."""
    meant = meant_by(scene, session, query)
    if not meant:
        ask = teller.say("aspect-algemeen")
        pieces: tuple[Piece, ...] = (topic_words(teller, topic), "\n\n", ask)
        return Answer(bubbles=(Bubble(pieces=pieces),), awaiting="place")
    lines: list[tuple[Piece, ...]] = []
    for activity in meant:
        lines += _fact_block(teller, activity, topic)
    lines += _unknown_lines(teller, meant, topic)
    lines.append((topic_words(teller, topic),))
    buttons = tuple((button,) for button in list_buttons(teller, as_matches(scene, meant)))
    return Answer(
        bubbles=(Bubble(pieces=joined(lines), buttons=buttons),),
        activities=tuple(one.id for one in meant),
        organisations=tuple(dict.fromkeys(one.organisation for one in meant)),
    )


def _known(teller: Teller, activity: Activity, topic: Topic) -> list[str]:
    """What is known of the asked aspects at one activity."""
    facts = ((aspect, activity.fact(aspect)) for aspect in topic.aspects)
    told = (fact_text(teller, aspect, fact) for aspect, fact in facts)
    return [words for words in told if words]


def _fact_block(teller: Teller, activity: Activity, topic: Topic) -> list[tuple[Piece, ...]]:
    """The asked facts of one activity with their source; nothing where none is known."""
    known = _known(teller, activity, topic)
    if not known:
        return []
    organisation = teller.programme.organisation(activity)
    return [
        (Strong(text=title(activity, organisation)),),
        (" ".join(known),),
        source_line(teller, activity.source or organisation.source),
        ("",),
    ]


def _unknown_lines(
    teller: Teller, meant: tuple[Activity, ...], topic: Topic
) -> list[tuple[Piece, ...]]:
    """Whom to ask where we don't know, said once for all that one contact is asked about."""
    asked: dict[str, list[Activity]] = {}
    for activity in meant:
        if not _known(teller, activity, topic):
            organisation = teller.programme.organisation(activity)
            contact = contact_words(activity.contact or organisation.contact)
            asked.setdefault(contact or organisation.source.url, []).append(activity)
    lines: list[tuple[Piece, ...]] = []
    for whom, activities in asked.items():
        organisation = teller.programme.organisation(activities[0])
        name = title(activities[0], organisation) if len(activities) == 1 else organisation.name
        lines += [(teller.say("aspect-onbekend", naam=name, contact=whom),), ("",)]
    return lines
