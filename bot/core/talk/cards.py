"""Shows activities and organisations as short text: one line in a list, or all that is known."""

from collections.abc import Iterable, Iterator

from bot.core.calendar.day_text import source_date_text
from bot.core.model import (
    Activity,
    Aspect,
    Contact,
    Fact,
    Location,
    Organisation,
    Source,
    Status,
    Tri,
)
from bot.core.programme.freshness import Freshness
from bot.core.programme.search import Match
from bot.core.reply import Bubble, Button, Link, Piece, Strong, Venue
from bot.core.talk.choices import Verb, payload, short
from bot.core.talk.teller import Teller
from bot.core.talk.when_text import when_text

# What is always told of one activity, known or not.
_ALWAYS = (Aspect.REFERRAL, Aspect.COST, Aspect.SIGN_UP)
_DETOUR = 1.1  # from so many times the straight line on, it is said that it goes around the water
_CAVEATS = {
    Status.PILOT: "status-proef",
    Status.UNVERIFIED: "status-niet-nagevraagd",
    Status.PAUSED: "status-dicht",
    Status.CONFLICTING: "status-verschilt",
}


def list_pieces(teller: Teller, matches: Iterable[Match], first: int = 1) -> tuple[Piece, ...]:
    """A numbered list: name and holder, place and distance, when."""
    pieces: list[Piece] = []
    for number, match in enumerate(matches, start=first):
        activity = match.activity
        organisation = teller.programme.organisation(activity)
        pieces += ["\n\n", f"{number}. ", Strong(text=title(activity, organisation))]
        where = _where_short(teller, match)
        pieces += [f"\n{where}" if where else "", "\n", when_text(teller, activity, match)]
        caveat = _CAVEATS.get(teller.programme.status(activity))
        if caveat:
            pieces += ["\n", teller.say(caveat)]
        if match.stale:
            contact = activity.contact or organisation.contact
            pieces += ["\n", *contact_line(teller, contact)]
    return tuple(pieces)


def reminder_pieces(teller: Teller, matches: Iterable[Match]) -> tuple[Piece, ...]:
    """That it is wise to call first, where some of what was listed is getting old."""
    if not any(is_ageing(teller, match.activity) for match in matches):
        return ()
    return ("\n\n", teller.say("bel-even"))


def list_buttons(teller: Teller, matches: Iterable[Match], first: int = 1) -> list[Button]:
    """A button for each match, with a label that makes sense alone."""
    return [
        Button(
            label=_clip(f"{number}. {title(match.activity, _holder(teller, match.activity))}"),
            choice=payload(Verb.ACTIVITY, short(match.activity.id)),
        )
        for number, match in enumerate(matches, start=first)
    ]


def detail_bubble(teller: Teller, activity: Activity, match: Match | None = None) -> Bubble:
    """All that is known of one activity, what is not, whom to ask, and the dated source."""
    programme = teller.programme
    organisation = programme.organisation(activity)
    location = programme.location(activity)
    lines: list[tuple[Piece, ...]] = [(Strong(text=title(activity, organisation)),)]
    about = activity.about or organisation.summary
    lines += [(about,)] if about else []
    lines += [("",), (where_text(teller, location),)] if location else [("",)]
    lines.append((when_text(teller, activity, match),))
    lines += [(line,) for line in _fact_lines(teller, activity)]
    lines.append(("",))
    lines += caution_lines(teller, activity)
    lines.append(contact_line(teller, activity.contact or organisation.contact))
    lines.append(source_line(teller, activity.source or organisation.source))
    return Bubble(pieces=joined(lines), buttons=tuple(_detail_buttons(teller, activity, match)))


def _detail_buttons(
    teller: Teller, activity: Activity, match: Match | None
) -> Iterator[tuple[Button, ...]]:
    """Where it is on a map, and when it is as a file for an agenda, where either is known."""
    location = teller.programme.location(activity)
    offered = {
        Verb.ROUTE: ("route-naar", location is not None and location.street),
        Verb.CALENDAR: ("zet-in-agenda", match is not None and match.next is not None),
    }
    for verb, (key, is_known) in offered.items():
        if is_known:
            label = _clip(teller.say(key, naam=activity.name))
            yield (Button(label=label, choice=payload(verb, short(activity.id))),)


def organisation_bubble(teller: Teller, organisation: Organisation) -> Bubble:
    """What is known of an organisation itself; honest where it has stopped."""
    lines: list[tuple[Piece, ...]] = [(Strong(text=organisation.name),)]
    if organisation.status is Status.STOPPED and not organisation.status_note:
        lines.append((teller.say("status-gestopt", organisatie=organisation.name),))
    about = [organisation.summary, organisation.status_note]
    if organisation.status is Status.STOPPED:
        about.reverse()
    lines += [(line,) for line in about if line]
    lines.append(("",))
    if organisation.status is not Status.STOPPED:
        caveat = _CAVEATS.get(organisation.status)
        lines += [(teller.say(caveat),)] if caveat else []
        lines.append(contact_line(teller, organisation.contact))
    lines.append(source_line(teller, organisation.source))
    return Bubble(pieces=joined(lines))


def title(activity: Activity, organisation: Organisation) -> str:
    """The name of an activity with its organisation, unless the one says the other."""
    said = organisation.name.casefold() in activity.name.casefold()
    # Other names count where they stand as a word: "NA-meeting Meppel" says whose it is.
    if said or any(_stands_in(name, activity.name) for name in organisation.names):
        return activity.name
    return f"{activity.name}, {organisation.name}"


def _stands_in(name: str, words: str) -> bool:
    before, found, after = words.partition(name)
    return bool(found) and not before[-1:].isalnum() and not after[:1].isalnum()


def venue_of(teller: Teller, activity: Activity) -> Venue | None:
    """The place of an activity for a map; nothing where no address is known."""
    location = teller.programme.location(activity)
    if location is None or not location.street or location.lat is None or location.lon is None:
        return None
    return Venue(
        title=_clip(f"{location.name}"),
        address=address(location),
        lat=location.lat,
        lon=location.lon,
    )


def address(location: Location) -> str:
    """Street, postcode and town, as far as they are known."""
    town = " ".join(part for part in (location.postcode, location.town) if part)
    return ", ".join(part for part in (location.street, town) if part)


def where_text(teller: Teller, location: Location) -> str:
    """Where it is, with how to find it."""
    known = address(location)
    # A feed that has no name for a place often gives its street instead.
    name = "" if known.casefold().startswith(location.name.casefold()) else location.name
    place = ", ".join(part for part in (name, known) if part)
    where = teller.say("waar", adres=place).rstrip(".")
    return f"{where}. {location.directions}" if location.directions else where


def fact_text(teller: Teller, aspect: Aspect, fact: Fact) -> str:
    """One fact as a sentence, with the editor's words after it; empty where nothing is known."""
    if fact.value is Tri.UNKNOWN:
        return _capital(fact.detail) + "." if fact.detail else ""
    texts = teller.facts[aspect]
    sentence = texts.yes if fact.value is Tri.YES else texts.no
    words = sentence.get(teller.language, sentence["nl"])
    added = fact.detail.rstrip(".")
    if added and added.casefold() not in sentence["nl"].casefold():
        return f"{words} {_capital(added)}."
    return words


def contact_line(teller: Teller, contact: Contact) -> tuple[Piece, ...]:
    """Whom to ask, in one line."""
    if not contact_words(contact):
        return (teller.say("contact-geen"),)
    before, _, after = teller.say("contact", contact="\0").partition("\0")
    spoken = ", ".join(part for part in (contact.phone, contact.mail) if part)
    pieces: list[Piece] = [before, spoken]
    if contact.web:
        pieces += [", " if spoken else "", Link(text=contact.web, url=contact.web)]
    return tuple(piece for piece in (*pieces, after) if piece)


def contact_words(contact: Contact) -> str:
    """Telephone, mail and web address, as far as they are known."""
    return ", ".join(part for part in (contact.phone, contact.mail, contact.web) if part)


def source_line(teller: Teller, source: Source) -> tuple[Piece, ...]:
    """Where it was read and how old that is, with a link."""
    name = source.name or source.url
    if source.dated:
        words = teller.say(
            "bron-datum", naam="\0", datum=source_date_text(source.dated, teller.language)
        )
    else:
        words = teller.say("bron-zonder-datum", naam="\0")
    before, _, after = words.partition("\0")
    read = Link(text=name, url=source.url) if "://" in source.url else name
    return (before, read, after)


def caution_lines(teller: Teller, activity: Activity) -> list[tuple[Piece, ...]]:
    """What to mind before going: the status, and asking first where the facts are old or thin."""
    organisation = teller.programme.organisation(activity)
    status = teller.programme.status(activity)
    lines: list[tuple[Piece, ...]] = []
    caveat = _CAVEATS.get(status)
    if caveat:
        lines.append((teller.say(caveat),))
        if organisation.status_note:
            lines.append((organisation.status_note,))
    fresh = teller.programme.freshness(activity, teller.now.date()) is Freshness.FRESH
    if caveat or not fresh:
        lines.append((teller.say("vraag-na"),))
    return lines


def is_ageing(teller: Teller, activity: Activity) -> bool:
    """Whether it is wise to call before going, though what we know is not too old."""
    return teller.programme.freshness(activity, teller.now.date()) is Freshness.AGEING


def joined(lines: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Lines of pieces as one run of pieces."""
    pieces: list[Piece] = []
    for line in lines:
        if pieces:
            pieces.append("\n")
        pieces += line
    return tuple(pieces)


def _fact_lines(teller: Teller, activity: Activity) -> list[str]:
    told = [
        fact_text(teller, aspect, activity.facts[aspect])
        for aspect in Aspect
        if aspect in activity.facts
    ]
    unknown = [
        teller.facts[aspect].name.get(teller.language, teller.facts[aspect].name["nl"])
        for aspect in _ALWAYS
        if activity.fact(aspect).value is Tri.UNKNOWN and not activity.fact(aspect).detail
    ]
    lines = [text for text in told if text]
    if unknown:
        lines.append(teller.say("niet-bekend", wat=", ".join(unknown)))
    return lines


def _where_short(teller: Teller, match: Match) -> str:
    location = teller.programme.location(match.activity)
    parts = []
    if location is not None and location.town:
        parts.append(teller.say("regel-in", plaats=location.town))
    if match.kilometres is not None and match.kilometres >= 1:
        straight = match.straight if match.straight is not None else match.kilometres
        detour = match.kilometres > straight * _DETOUR
        key = "regel-afstand-om" if detour else "regel-afstand"
        parts.append(teller.say(key, km=round(match.kilometres)))
    return _capital(", ".join(parts))


def _holder(teller: Teller, activity: Activity) -> Organisation:
    return teller.programme.organisation(activity)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _clip(label: str, limit: int = 60) -> str:
    return label if len(label) <= limit else label[: limit - 1].rstrip() + "…"
