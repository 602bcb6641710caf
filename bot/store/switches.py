"""Switches that outlive a restart."""

from bot.store.database import Statements

ONLY_NUMBERS = "only_numbers"


async def set_switch(inside: Statements, name: str, on: bool) -> None:
    """Turns a switch on or off."""
    await inside.execute(
        "INSERT INTO switch (name, value) VALUES (:name, :value)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {"name": name, "value": "on" if on else ""},
    )


async def is_on(statements: Statements, name: str) -> bool:
    """Whether a switch is on."""
    rows = await statements.fetch("SELECT value FROM switch WHERE name = :name", {"name": name})
    return bool(rows and rows[0]["value"])
