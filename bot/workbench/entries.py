"""What one can pick: organisations with their activities, topics, explained words, sentences."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.core.talk.texts import KEYS
from bot.knowledge.dutch import ASPECTS, TOPICS
from bot.knowledge.editing.held import Held
from bot.knowledge.editing.kinds import FOLDERS, SINGLE, FileKind
from bot.knowledge.editing.schema import meaning_of
from bot.knowledge.editing.tree import Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to edit: its file, the place in it, what it is called, and what is said of it."""

    group: str
    path: str
    title: str
    at: Steps = ()
    about: str = ""  # a few words to find it by
    parent: str = ""  # of an activity, the organisation


def entries_of(held: Held) -> tuple[Entry, ...]:
    """Everything there is to edit, in groups, in the order of the alphabet."""
    return (*_organisations(held), *_topics(held), *_words(held), *_texts(held), *_facts())


def _organisations(held: Held) -> list[Entry]:
    found = []
    for path in sorted((held.folder / FOLDERS[FileKind.ORGANISATION]).glob("*.yaml")):
        one = held.organisations.get(path.stem)
        shown = f"{path.parent.name}/{path.name}"
        title = one.name if one and one.name else path.stem
        towns = ", ".join(one.region) if one else ""
        found.append(Entry(group="Organisaties", path=shown, title=title, about=towns))
        found += _activities(held, path.stem, shown, title)
    return sorted(found, key=lambda one: ((one.parent or one.title).casefold(), one.path, one.at))


def _activities(held: Held, stem: str, shown: str, organisation: str) -> list[Entry]:
    one = held.organisations.get(stem)
    known = [held.activities[each] for each in one.activities] if one else []
    return [
        Entry(
            group="Organisaties",
            path=shown,
            title=each.name or "Zonder naam",
            at=("activiteiten", number),
            about=each.when,
            parent=organisation,
        )
        for number, each in enumerate(known)
    ]


def _topics(held: Held) -> list[Entry]:
    found = []
    own = {
        PurePosixPath(one.origin.path).stem: one.id
        for one in held.topics.values()
        if one.origin and one.id not in TOPICS.values()
    }
    for stem, identity in {**TOPICS, **own}.items():
        topic = held.topics.get(identity)
        title = (topic.title["nl"] if topic else "") or stem
        path = f"{FOLDERS[FileKind.TOPIC]}/{stem}.yaml"
        found.append(Entry(group="Antwoorden op vragen", path=path, title=title, about=stem))
    found.sort(key=lambda one: one.title.casefold())
    elsewhere = f"{FOLDERS[FileKind.TOPIC]}/{FileKind.ELSEWHERE}.yaml"
    title = "Waar Handwijzer niet over gaat"
    return [*found, Entry(group="Antwoorden op vragen", path=elsewhere, title=title)]


def _words(held: Held) -> list[Entry]:
    found = []
    for path in sorted((held.folder / FOLDERS[FileKind.EXPLANATION]).glob("*.yaml")):
        one = held.explanations.get(path.stem)
        title = one.names[0] if one and one.names else path.stem
        shown = PurePosixPath(path.parent.name, path.name).as_posix()
        about = ", ".join(one.names[1:4]) if one else ""
        found.append(Entry(group="Uitleg van woorden", path=shown, title=title, about=about))
    return sorted(found, key=lambda one: one.title.casefold())


def _texts(held: Held) -> list[Entry]:
    said = held.knowledge.texts if held.knowledge else {}
    return [
        Entry(
            group="Zinnen van de bot",
            path=SINGLE[FileKind.TEXTS],
            title=meaning_of(FileKind.TEXTS, (key,)).label,
            at=(key,),
            about=said[key]["nl"][:80] if key in said else "",
        )
        for key in KEYS
    ]


def _facts() -> list[Entry]:
    return [
        Entry(
            group="Zinnen over toegang",
            path=SINGLE[FileKind.FACTS],
            title=word.capitalize(),
            at=(word,),
        )
        for word in ASPECTS
    ]
