"""The things Handwijzer knows about: organisations, locations, activities and their facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What sort of activity it is (ids of TOPICS.md)."""

    DROP_IN = "drop_in"
    RECOVERY_GROUP = "recovery_group"
    PEER_GROUP = "peer_group"
    COURSE = "course"
    WORKSHOP = "workshop"
    MEETING = "meeting"
    WALK = "walk"
    CREATIVE = "creative"
    MEAL = "meal"
    SPORT = "sport"
    ONE_TO_ONE = "one_to_one"


class Theme(StrEnum):
    """What an activity or a question is about (ids of TOPICS.md)."""

    ADDICTION = "addiction"
    ALCOHOL = "alcohol"
    DRUGS = "drugs"
    GAMBLING = "gambling"
    DEPRESSION = "depression"
    ANXIETY = "anxiety"
    OCD = "ocd"
    PSYCHOSIS = "psychosis"
    BIPOLAR = "bipolar"
    AUTISM = "autism"
    ADHD = "adhd"
    EATING = "eating"
    TRAUMA = "trauma"
    GRIEF = "grief"
    SUICIDE_BEREAVEMENT = "suicide_bereavement"
    BURNOUT = "burnout"
    LONELINESS = "loneliness"
    PERSONALITY = "personality"
    SELF_HARM = "self_harm"
    VOICES = "voices"


class Audience(StrEnum):
    """Whom an activity is meant for (ids of TOPICS.md)."""

    LOVED_ONES = "loved_ones"
    YOUNG = "young"
    OLDER = "older"
    WOMEN = "women"
    MEN = "men"
    LGBTQ = "lgbtq"
    PARENTS = "parents"
    MIGRANTS = "migrants"


class Format(StrEnum):
    """How one takes part (ids of TOPICS.md)."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    PHONE = "phone"


class Part(StrEnum):
    """A part of the day, where no clock time is known."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Status(StrEnum):
    """How sure the source is that something still goes on."""

    ACTIVE = "active"
    UNVERIFIED = "unverified"
    PILOT = "pilot"
    PAUSED = "paused"
    CONFLICTING = "conflicting"
    STOPPED = "stopped"


class Tri(StrEnum):
    """Yes, no, or nobody told us."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Aspect(StrEnum):
    """What a resident may want to know of one activity; each holds for that activity only."""

    REFERRAL = "referral"  # is a referral needed
    INDICATION = "indication"  # is a Wmo indication needed
    COST = "cost"  # does it cost money
    SIGN_UP = "sign_up"  # must one sign up
    DIAGNOSIS = "diagnosis"  # is a diagnosis needed
    IN_CARE = "in_care"  # must one be in care
    ANONYMITY = "anonymity"  # can one come without giving a name
    BRING_SOMEONE = "bring_someone"  # may one bring somebody
    SOBRIETY = "sobriety"  # must one be sober
    AGE = "age"  # is there an age limit
    LANGUAGE = "language"  # is another language than Dutch spoken
    WHEELCHAIR = "wheelchair"  # can one come in with a wheelchair
    LOW_STIMULUS = "low_stimulus"  # is it quiet there
    FAITH = "faith"  # is it religious
    RESIDENCY = "residency"  # must one live there
    MUST_TALK = "must_talk"  # must one talk in the group
    PEER_LED = "peer_led"  # is it led by experts by experience
    TREATMENT = "treatment"  # is treatment given


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Yes, no or unknown about one aspect, with the editor's words where there are any."""

    value: Tri = Tri.UNKNOWN
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from and how old it is.

    `dated` is the date of the page (ISO, perhaps only a year or month), `read` the day we read it.
    """

    url: str
    name: str = ""
    dated: str | None = None
    read: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How an organisation itself can be reached; never a private person."""

    phone: str = ""
    mail: str = ""
    web: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file and line a record was read from."""

    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place where activities are held; the address holds only what a source gives."""

    id: str
    name: str
    town: str
    street: str = ""
    postcode: str = ""
    directions: str = ""
    lat: float | None = None
    lon: float | None = None
    exact: bool = False  # True where the coordinates are of the house, False of the town


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Anything one can attend, with what is known of it and nothing that is not."""

    id: str
    organisation: str
    name: str
    kind: Kind | None
    location: str | None
    themes: tuple[Theme, ...] = ()
    audiences: tuple[Audience, ...] = ()
    format: Format = Format.IN_PERSON
    when: str = ""  # the schedule in the editor's words; "" where nothing is known
    except_: str = ""
    about: str = ""
    facts: Mapping[Aspect, Fact] = field(default_factory=dict)
    contact: Contact | None = None
    status: Status = Status.ACTIVE
    source: Source | None = None
    origin: Origin | None = None

    def fact(self, aspect: Aspect) -> Fact:
        """What is known of one aspect of this activity."""
        return self.facts.get(aspect, UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who holds activities, under which names it is known, and how sure we are of it."""

    id: str
    name: str
    kind: str  # the Dutch word for what it is: herstelruimte, zelfregiecentrum, ...
    summary: str
    status: Status
    source: Source
    names: tuple[str, ...] = ()  # other names people use
    status_note: str = ""
    region: tuple[str, ...] = ()  # towns, provinces or the whole country it serves, in words
    served: tuple[tuple[float, float], ...] = ()  # where those towns lie
    areas: tuple[str, ...] = ()  # the provinces among them, or Nederland
    contact: Contact = Contact()
    locations: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    editor: str = ""  # who keeps the file: a role or initials
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One date of an activity, in local wall-clock time.

    Where no clock time is known `start` is a bare date and `part` may say which part of the day.
    """

    start: datetime | date
    end: datetime | None = None
    part: Part | None = None


UNKNOWN = Fact()
