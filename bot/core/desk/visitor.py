"""Whoever writes to us, as the desk knows them; a resident is nobody in particular."""

from dataclasses import dataclass, field

from bot.core.draft import Draft
from bot.core.roles import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody with their roles and what they are making; `fresh` is an id for a new draft."""

    person: Person = field(default_factory=Person)
    draft: Draft | None = None
    fresh: str = ""
    keeps: bool = False  # there is a desk that can keep what they pass on
    heard: bool = False  # there are coordinators who can hear what was not right
    only_numbers: bool = False  # everything is answered with the help lines alone

    @property
    def works_here(self) -> bool:
        """Whether they have a role."""
        return bool(self.person.grants)


RESIDENT = Visitor()
KEPT = Visitor(keeps=True)
HEARD = Visitor(heard=True, keeps=True)
