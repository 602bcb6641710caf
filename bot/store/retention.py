"""How long each thing is kept: one rule for each table, applied every day.

    await apply_rules(database, now)      how many rows each table lost

The words of a rule are for people; `docs/privacy.md` and `handwijzer doctor` may show them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.database import Database, Row
from bot.store.instants import instant

DAY, WEEK, MONTH, YEAR = (timedelta(days=days) for days in (1, 7, 31, 366))

QUARTER = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is kept in a table and until when, in Dutch, and the statements that see to it.

    A statement may hold `:now`, `:day`, `:week`, `:month` and `:year`: instants so long ago; and
    `:quarter_day`, the day 90 days ago; `:year_day` and `:year_week`, the day and the ISO week a
    year ago.
    """

    table: str
    words: str
    statements: tuple[str, ...] = ()


_ENDED = "state <> 'due' AND ended_at < :week"
_COUNTS = ", ".join(
    f"{state} = {state} + (SELECT COUNT(*) FROM delivery WHERE announcement = announcement.id"
    f" AND state = '{state}' AND ended_at < :week)"
    for state in ("sent", "unreachable", "refused")
)

# In this order, for one makes room for the next.
RULES = (
    Rule(
        table="delivery",
        words="Bij wie een bericht aankwam, en het nummer van dat bericht: zeven dagen, om het te "
        "kunnen verbeteren. Daarna blijft alleen het aantal.",
        statements=(
            f"UPDATE announcement SET {_COUNTS} WHERE id IN"
            f" (SELECT announcement FROM delivery WHERE {_ENDED})",
            f"DELETE FROM delivery WHERE {_ENDED}",
            "DELETE FROM delivery WHERE state = 'due' AND due_at < :month",
        ),
    ),
    Rule(
        table="announcement",
        words="De tekst van een bericht aan velen: een jaar. Wie het verstuurde: zeven dagen.",
        statements=(
            "UPDATE announcement SET reporter = NULL, report_message = NULL, report_at = NULL"
            " WHERE made_at < :week AND reporter IS NOT NULL AND state <> 'held'"
            " AND state <> 'planned'",
            "DELETE FROM announcement WHERE made_at < :year",
        ),
    ),
    Rule(
        table="follow",
        # Of what is no more it ends too: the rounds open what is followed, which no statement can.
        words="Wat iemand volgt, versleuteld: tot die stopt, de bot blokkeert of /stop stuurt, of "
        "tot het een jaar niet meer bestaat.",
    ),
    Rule(
        table="interest",
        words="Dat iets gevolgd wordt, versleuteld: zolang iemand het volgt.",
        statements=("DELETE FROM interest WHERE hash NOT IN (SELECT interest FROM follow)",),
    ),
    Rule(
        table="invitation",
        words="Een uitnodiging, zonder naam: tot ze gebruikt of verlopen is, en dan nog een week.",
        statements=("DELETE FROM invitation WHERE expires_at < :week OR used_at < :week",),
    ),
    Rule(
        table="draft",
        words="Een bericht dat nog niet verstuurd is, versleuteld: een dag.",
        statements=("DELETE FROM draft WHERE touched_at < :day",),
    ),
    Rule(
        table="role",
        words="Wie coördinator of beheerder is, onder een schuilnaam: tot de rol vervalt.",
    ),
    Rule(
        table="person",
        words="Het nummer van een chat, versleuteld: zolang die iets volgt of een rol heeft.",
        statements=(
            "DELETE FROM person WHERE id NOT IN (SELECT person FROM follow)"
            " AND id NOT IN (SELECT person FROM role) AND id NOT IN (SELECT person FROM draft)"
            " AND id NOT IN (SELECT person FROM delivery WHERE state = 'unreachable')",
        ),
    ),
    Rule(
        table="audit",
        words="Wat coördinatoren deden, onder een schuilnaam: een jaar.",
        statements=("DELETE FROM audit WHERE done_at < :year",),
    ),
    Rule(
        table="change",
        words="Een wijziging van het programma: tot een jaar nadat ze voorbij of ingetrokken is.",
        statements=("DELETE FROM change WHERE last_day < :year_day OR withdrawn_at < :year",),
    ),
    Rule(
        table="record",
        words="Wat er niet meer is, van organisaties en activiteiten: een jaar.",
        statements=(
            "DELETE FROM record WHERE gone_on < :year_day AND NOT EXISTS (SELECT 1 FROM change"
            " WHERE change.scope = record.sort AND change.subject = record.id)",
        ),
    ),
    Rule(
        table="session",
        words="Wat iemand het laatst vroeg, versleuteld, alleen bij meer computers: een half uur.",
        # And each minute; see bot/app/kept.py.
        statements=("DELETE FROM session WHERE touched_at < :day",),
    ),
    Rule(
        table="claim",
        words="De nummers van berichten die behandeld zijn, alleen bij meer computers: een dag.",
        statements=("DELETE FROM claim WHERE claimed_at < :day",),
    ),
    Rule(
        table="gap",
        words="Een vraag die niet begrepen is, na een ja, zonder naam, nummer of adres: 90 dagen.",
        statements=("DELETE FROM gap WHERE asked_on < :quarter_day",),
    ),
    Rule(
        table="tally",
        words="Hoe vaak iets gevraagd is, vanaf tien keer: een jaar. Niets van één mens.",
        statements=(
            "DELETE FROM tally WHERE (sort = 'level' AND period < :year_day)"
            " OR (sort <> 'level' AND period < :year_week)",
        ),
    ),
    Rule(table="source", words="Waar gegevens vandaan komen: niets van mensen."),
    Rule(table="revision", words="Een volgnummer: niets van mensen."),
    Rule(table="migration", words="Welke stappen de database heeft gehad: niets van mensen."),
    Rule(table="switch", words="Of alleen de hulplijnen aan staan: niets van mensen."),
    Rule(
        table="courier",
        words="Welk proces berichten verstuurt: een dag.",
        statements=("DELETE FROM courier WHERE until < :day",),
    ),
)


async def apply_rules(database: Database, now: datetime) -> Mapping[str, int]:
    """Erases what has been kept long enough; how many rows of which tables.

    `now` is an instant in UTC. Each table is a transaction of its own, so that nothing waits long.
    """
    year, week, _ = (now - YEAR).isocalendar()
    values: Row = {
        "now": instant(now),
        "day": instant(now - DAY),
        "week": instant(now - WEEK),
        "month": instant(now - MONTH),
        "year": instant(now - YEAR),
        "quarter_day": (now - QUARTER).date().isoformat(),
        "year_day": (now - YEAR).date().isoformat(),
        "year_week": f"{year}-W{week:02}",
    }
    erased = {}
    for rule in RULES:
        rows = 0
        async with database.transaction() as inside:
            for statement in rule.statements:
                used = {name: one for name, one in values.items() if _uses(statement, name)}
                changed = await inside.execute(statement, used)
                rows += changed if statement.startswith("DELETE") else 0
        if rows:
            erased[rule.table] = rows
    return erased


def _uses(statement: str, name: str) -> bool:
    return f":{name}" in statement
