"""Who has which role, and the one-time invitations that give one.

token = new_token()                                      the link; only its hash is kept
await invite(inside, token, invitation)
await accept(inside, token, person, moment)              the grant, or None: wrong, used or past
await revoke(inside, grant)                              whether there was one to take away
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from bot.core.roles import TOKEN_MARK, Grant, Person, Reach, Role, Scope
from bot.store.database import Row, Statements
from bot.store.instants import instant

KEPT = timedelta(days=3)  # how long an invitation can be used
_BIRDS = (
    *("merel", "koolmees", "roodborst", "winterkoning", "spreeuw", "mus", "vink", "putter"),
    *("kievit", "grutto", "wulp", "scholekster", "lepelaar", "reiger", "ooievaar", "zwaan"),
    *("zwaluw", "lijster", "specht", "boomklever", "goudvink", "sijs", "kwikstaart", "ijsvogel"),
    *("fuut", "meerkoet", "aalscholver", "buizerd", "torenvalk", "uil", "koekoek", "tureluur"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What an invitation gives, who made it and when, in UTC."""

    role: Role
    scope: Scope
    by: str
    made: datetime


def new_token() -> str:
    """A token that nobody can guess, of characters that a link to a bot may have."""
    return TOKEN_MARK + secrets.token_urlsafe(24)


async def invite(inside: Statements, token: str, invitation: Invitation) -> datetime:
    """Keeps the hash of an invitation; until when it can be used."""
    expires = invitation.made + KEPT
    await inside.execute(
        "INSERT INTO invitation (hash, role, scope, subject, invited_by, made_at, expires_at)"
        " VALUES (:hash, :role, :scope, :subject, :by, :made, :expires)",
        {
            "hash": _hash(token),
            "role": invitation.role.value,
            "scope": invitation.scope.reach.value,
            "subject": invitation.scope.subject,
            "by": invitation.by,
            "made": instant(invitation.made),
            "expires": instant(expires),
        },
    )
    return expires


async def claim(inside: Statements, token: str, now: datetime) -> Invitation | None:
    """Uses an invitation up; None where there is none, where it was used, or where it is past."""
    claimed = await inside.execute(
        "UPDATE invitation SET used_at = :now"
        " WHERE hash = :hash AND used_at IS NULL AND expires_at > :now",
        {"hash": _hash(token), "now": instant(now)},
    )
    if not claimed:
        return None
    (row,) = await inside.fetch(
        "SELECT role, scope, subject, invited_by FROM invitation WHERE hash = :hash",
        {"hash": _hash(token)},
    )
    return Invitation(
        role=Role(str(row["role"])), scope=_scope(row), by=str(row["invited_by"]), made=now
    )


async def grant_role(inside: Statements, person: str, invitation: Invitation) -> Person:
    """Gives a person the role of an invitation; one they have already stays as it was."""
    known = await fetch_person(inside, person)
    await inside.execute(
        "INSERT INTO role (id, person, name, scope, subject, pseudonym, given_at, given_by)"
        " VALUES (:id, :person, :name, :scope, :subject, :pseudonym, :at, :by)"
        " ON CONFLICT (person, name, scope, subject) DO NOTHING",
        {
            "id": secrets.token_hex(6),
            "person": person,
            "name": invitation.role.value,
            "scope": invitation.scope.reach.value,
            "subject": invitation.scope.subject,
            "pseudonym": known.pseudonym or await _new_pseudonym(inside),
            "at": instant(invitation.made),
            "by": invitation.by,
        },
    )
    return await fetch_person(inside, person)


async def fetch_person(statements: Statements, person: str) -> Person:
    """Somebody with their roles as they are now."""
    rows = await statements.fetch(
        "SELECT * FROM role WHERE person = :person ORDER BY given_at, id", {"person": person}
    )
    return _person(person, rows)


async def fetch_roster(statements: Statements) -> dict[str, Person]:
    """Everybody with a role, by the hash of their chat."""
    rows = await statements.fetch(
        "SELECT role.*, person.chat_hash FROM role JOIN person ON person.id = role.person"
        " ORDER BY given_at, role.id"
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row["chat_hash"]), []).append(row)
    return {one: _person(str(held[0]["person"]), held) for one, held in found.items()}


async def revoke(inside: Statements, grant: str) -> Person | None:
    """Takes a role away, with the open invitations of whoever has none left; whose it was."""
    rows = await inside.fetch("SELECT * FROM role WHERE id = :id", {"id": grant})
    if not rows or not await inside.execute("DELETE FROM role WHERE id = :id", {"id": grant}):
        return None
    whose = _person(str(rows[0]["person"]), rows)
    if not (await fetch_person(inside, whose.id)).grants:
        await inside.execute(
            "DELETE FROM invitation WHERE invited_by = :by AND used_at IS NULL",
            {"by": whose.pseudonym},
        )
        await inside.execute("DELETE FROM draft WHERE person = :person", {"person": whose.id})
    return whose


async def _new_pseudonym(inside: Statements) -> str:
    while True:
        name = f"{secrets.choice(_BIRDS)}-{secrets.randbelow(90) + 10}"
        taken = await inside.fetch("SELECT id FROM role WHERE pseudonym = :name", {"name": name})
        if not taken:
            return name


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _person(identity: str, rows: list[Row]) -> Person:
    reminded = max((str(row["reminded_on"]) for row in rows), default="")
    return Person(
        id=identity,
        reminded=date.fromisoformat(reminded) if reminded else None,
        pseudonym=str(rows[0]["pseudonym"]) if rows else "",
        grants=tuple(
            Grant(id=str(row["id"]), role=Role(str(row["name"])), scope=_scope(row))
            for row in rows
        ),
    )


async def note_reminded(inside: Statements, person: str, today: date) -> None:
    """Keeps when somebody last heard which help lines to check."""
    await inside.execute(
        "UPDATE role SET reminded_on = :today WHERE person = :person",
        {"today": today.isoformat(), "person": person},
    )


def _scope(row: Row) -> Scope:
    return Scope(reach=Reach(str(row["scope"])), subject=str(row["subject"]))
