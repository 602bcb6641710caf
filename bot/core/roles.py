"""Who may do what at the desk: roles, how far they reach, and one table of what each may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

TOKEN_MARK = "uit-"  # noqa: S105 - what a token begins with, unlike other words behind /start


class Role(StrEnum):
    """What somebody is at the desk; whoever has no role is a resident."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"


class Reach(StrEnum):
    """How far a role reaches."""

    ALL = "all"
    ORGANISATION = "organisation"
    REGION = "region"  # a town, municipality or province


class Action(StrEnum):
    """What one can want to do at the desk."""

    INVITE = "invite"
    REVOKE = "revoke"
    READ_LOG = "read_log"
    CHANGE = "change"
    ANSWER_REPORT = "answer_report"
    ONLY_NUMBERS = "only_numbers"
    READ_FIGURES = "read_figures"


MAY: Mapping[Role, frozenset[Action]] = {
    Role.ADMINISTRATOR: frozenset(Action),
    Role.COORDINATOR: frozenset({Action.CHANGE, Action.ANSWER_REPORT, Action.READ_FIGURES}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a role is about: everything, an organisation by its id, or a region by its name."""

    reach: Reach
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role that somebody has, under an id of its own."""

    id: str
    role: Role
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an action is about: the organisations and regions that must all be within reach."""

    organisations: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()  # in lower case; being in one of them is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a role, under a name that says nothing; without grants a resident."""

    id: str = ""
    pseudonym: str = ""
    grants: tuple[Grant, ...] = ()
    reminded: date | None = None  # when they last heard which help lines to check

    @property
    def role(self) -> Role | None:
        """The highest role somebody has."""
        roles = {grant.role for grant in self.grants}
        return next((role for role in Role if role in roles), None)


def may(person: Person, action: Action, about: Subject | None = None) -> bool:
    """Whether somebody may do something; `about` narrows it to what their roles reach."""
    return any(
        action in MAY[grant.role] and (about is None or _reaches(grant.scope, about))
        for grant in person.grants
    )


def _reaches(scope: Scope, about: Subject) -> bool:
    match scope.reach:
        case Reach.ALL:
            return True
        case Reach.ORGANISATION:
            return about.organisations == {scope.subject}
        case Reach.REGION:
            return scope.subject.casefold() in about.regions
