"""The regular programme in the database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from little_programme import NOW, activity, location, organisation, records

from bot.core.model import Activity, Origin
from bot.core.programme.changes import Author, Change, Scope, What
from bot.store.changes import enter_change
from bot.store.database import Database
from bot.store.migrate import migrate
from bot.store.programme import (
    Difference,
    Records,
    Refused,
    compare,
    load,
    revision,
    sweep,
    sync,
)
from bot.store.sqlite import Sqlite

TODAY = NOW.date()


def many(count: int) -> tuple[Activity, ...]:
    return tuple(activity(f"club/groep-{number}") for number in range(count))


def cancelled(subject: str, day: date = TODAY) -> Change:
    return Change(
        id=f"c-{subject}-{day}",
        what=What.CANCELLED,
        scope=Scope.ACTIVITY,
        subject=subject,
        first=day,
        last=day,
        entered=NOW,
        effective=day,
        author=Author.COORDINATOR,
        reason="ziekte",
    )


async def test_what_goes_in_comes_out_as_it_was(database: Database) -> None:
    await sync(database, "kennis", records(), NOW)
    stored = await load(database, TODAY)
    assert stored.organisations == {"club": organisation()}
    assert stored.locations == {"club/huis": location()}
    assert stored.activities == (activity(),)


async def test_syncing_twice_changes_nothing(database: Database) -> None:
    first = await sync(database, "kennis", records(), NOW)
    before = await revision(database)
    second = await sync(database, "kennis", records(), NOW + timedelta(days=1))
    assert isinstance(first, Difference) and len(first.new) == 3
    assert second == Difference(same=3)
    assert await revision(database) == before


async def test_only_what_is_different_is_touched(database: Database) -> None:
    later = NOW + timedelta(days=1)
    await sync(database, "kennis", records(*many(3)), NOW)
    new = (*many(2), activity("club/groep-2", name="Anders"))
    done = await sync(database, "kennis", records(*new), later)
    assert done == Difference(changed=(("activity", "club/groep-2"),), same=4)
    rows = await database.fetch("SELECT id FROM record WHERE changed_at > '2026-11-26'")
    assert rows == [{"id": "club/groep-2"}]


async def test_another_line_or_other_quotes_are_no_news(database: Database) -> None:
    await sync(database, "kennis", records(activity(about="een ‘plek’  hier")), NOW)
    moved = activity(about="een 'plek' hier", origin=Origin(path="x.yaml", line=99))
    assert await sync(database, "kennis", records(moved), NOW) == Difference(same=3)


async def test_what_is_gone_is_kept_and_can_come_back(database: Database) -> None:
    await sync(database, "kennis", records(*many(2)), NOW)
    gone = await sync(database, "kennis", records(*many(1)), NOW)
    assert isinstance(gone, Difference) and gone.gone == (("activity", "club/groep-1"),)
    assert [one.id for one in (await load(database, TODAY)).activities] == ["club/groep-0"]
    rows = await database.fetch("SELECT gone_on FROM record WHERE id = 'club/groep-1'")
    assert rows == [{"gone_on": "2026-11-25"}]
    back = await sync(database, "kennis", records(*many(2)), NOW)
    assert isinstance(back, Difference) and back.back == (("activity", "club/groep-1"),)
    assert len((await load(database, TODAY)).activities) == 2


async def test_a_sync_keeps_the_changes_that_were_entered(database: Database) -> None:
    await sync(database, "kennis", records(*many(2)), NOW)
    assert await enter_change(database, cancelled("club/groep-1")) == ""
    await sync(database, "kennis", records(*many(1)), NOW)
    await sync(database, "kennis", records(*many(2)), NOW)
    assert (await load(database, TODAY)).changes == (cancelled("club/groep-1"),)


@pytest.mark.parametrize(
    ("before", "after", "refused"),
    [(60, 51, False), (60, 50, False), (60, 46, True), (20, 10, False), (20, 9, True)],
)
async def test_much_going_at_once_is_refused(
    database: Database, before: int, after: int, refused: bool
) -> None:
    await sync(database, "feed", records(*many(before)), NOW)
    done = await sync(database, "feed", records(*many(after)), NOW)
    assert isinstance(done, Refused) == refused
    kept = before if refused else after
    assert len((await load(database, TODAY)).activities) == kept


async def test_a_refusal_says_why_and_force_goes_through(database: Database) -> None:
    await sync(database, "feed", records(*many(40)), NOW)
    refused = await sync(database, "feed", records(*many(1)), NOW)
    assert isinstance(refused, Refused)
    assert "Van de 42 records zouden er 39 in één keer verdwijnen." in refused.reason
    assert "--force" in refused.reason
    assert not isinstance(
        await sync(database, "feed", records(*many(1)), NOW, forced=True), Refused
    )
    assert len((await load(database, TODAY)).activities) == 1


async def test_comparing_writes_nothing(database: Database) -> None:
    await sync(database, "feed", records(*many(2)), NOW)
    before = await revision(database)
    found = await compare(database, "feed", records(*many(3)))
    assert found == Difference(new=(("activity", "club/groep-2"),), same=4)
    assert await revision(database) == before
    assert len((await load(database, TODAY)).activities) == 2


async def test_an_id_of_another_source_is_not_taken_over(database: Database) -> None:
    await sync(database, "kennis", records(), NOW)
    refused = await sync(database, "feed", records(), NOW, forced=True)
    assert isinstance(refused, Refused)
    assert "al van een andere bron: club" in refused.reason


async def test_what_one_source_gave_up_another_may_take(database: Database) -> None:
    await sync(database, "kennis", records(*many(2)), NOW)
    await sync(database, "kennis", records(*many(1)), NOW)
    taken = Records(activities=(activity("club/groep-1", name="Nieuw"),))
    assert not isinstance(await sync(database, "feed", taken, NOW), Refused)
    names = {one.name for one in (await load(database, TODAY)).activities}
    assert names == {"Inloop", "Nieuw"}


async def test_a_source_that_fails_leaves_the_other_alone(database: Database) -> None:
    await sync(database, "kennis", records(*many(30)), NOW)
    other = Records(organisations=(organisation("fellowship"),))
    await sync(database, "feed", other, NOW)
    await sync(database, "feed", Records(), NOW)
    assert len((await load(database, TODAY)).activities) == 30


async def test_what_went_a_year_ago_is_deleted_with_its_past_changes(database: Database) -> None:
    await sync(database, "kennis", records(*many(2)), NOW)
    await enter_change(database, cancelled("club/groep-1"))
    await sync(database, "kennis", records(*many(1)), NOW)
    assert await sweep(database, TODAY + timedelta(days=300)) == 0
    assert await sweep(database, TODAY + timedelta(days=400)) == 2
    assert await database.fetch("SELECT id FROM record WHERE gone_on IS NOT NULL") == []


async def test_an_activity_whose_organisation_is_gone_is_not_served(database: Database) -> None:
    await sync(database, "kennis", records(), NOW)
    await sync(database, "kennis", replace(records(), organisations=()), NOW)
    assert (await load(database, TODAY)).activities == ()


names = st.sampled_from(["a", "b", "c", "d", "e", "f"])
programmes = st.dictionaries(names, st.text(max_size=8), max_size=6)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(states=st.lists(programmes, min_size=1, max_size=4))
async def test_after_any_row_of_syncs_the_last_one_is_what_is_kept(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, str]]
) -> None:
    async with Sqlite(tmp_path_factory.mktemp("sync") / "a.db") as database:
        await migrate(database, NOW)
        for state in states:
            wanted = tuple(activity(key, name=name) for key, name in state.items())
            await sync(database, "kennis", replace(records(), activities=wanted), NOW)
            kept = (await load(database, TODAY)).activities
            assert {one.id: _shown(one) for one in kept} == {one.id: _shown(one) for one in wanted}


def _shown(one: Activity) -> str:
    """Spaces and kinds of quotes are no difference."""
    return " ".join(one.name.replace("’", "'").replace("‘", "'").split())
