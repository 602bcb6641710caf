"""What people follow, kept so that the file alone tells nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from followers import DROP_IN, VAULT, WALK, let_follow
from test_people import held_in

from bot.core.following.interest import Interest, Sort
from bot.store.follows import (
    MOST_FOLLOWED,
    Interests,
    count_followers,
    end_follows,
    follow,
    followed_by,
    rekey_interests,
    unfollow,
)
from bot.store.people import find_person, forget_person, rekey_people
from bot.store.sqlite import Sqlite
from bot.store.vault import Vault

ANS, BEN = "telegram:1", "telegram:2"


async def keys_of(database: Sqlite, *interests: Interest) -> tuple[str, ...]:
    return await Interests(VAULT).meeting(database, lambda one: one in interests)


async def test_who_follows_two_things_is_counted_once(database: Sqlite) -> None:
    await let_follow(database, [ANS], DROP_IN, WALK)
    await let_follow(database, [BEN], WALK, WALK)
    assert await count_followers(database, await keys_of(database, DROP_IN, WALK)) == 2
    assert await count_followers(database, await keys_of(database, DROP_IN)) == 1
    assert await count_followers(database, ()) == 0


async def test_a_chat_sees_what_it_follows_and_ends_it(database: Sqlite) -> None:
    await let_follow(database, [ANS, BEN], DROP_IN, WALK)
    assert await followed_by(database, VAULT, ANS) == (DROP_IN, WALK)
    assert await unfollow(database, VAULT, ANS, [WALK]) == 1
    assert await unfollow(database, VAULT, ANS, [WALK]) == 0
    assert await followed_by(database, VAULT, ANS) == (DROP_IN,)
    assert await followed_by(database, VAULT, BEN) == (DROP_IN, WALK)
    assert await followed_by(database, VAULT, "telegram:3") == ()


async def test_what_nobody_follows_any_more_leaves_no_trace(database: Sqlite) -> None:
    await let_follow(database, [ANS], DROP_IN, WALK)
    await unfollow(database, VAULT, ANS, [WALK])
    assert await keys_of(database, DROP_IN, WALK) == await keys_of(database, DROP_IN)
    assert await end_follows(database, await find_person(database, VAULT, ANS) or "") == 1
    assert await database.fetch("SELECT hash FROM interest") == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_the_file_does_not_hold_what_is_followed(database: Sqlite, tmp_path: Path) -> None:
    await let_follow(database, [ANS], Interest(sort=Sort.ACTIVITY, activity="zeldzaam-woord"))
    assert b"zeldzaam" not in held_in(tmp_path)


async def test_forgetting_a_chat_ends_what_it_follows(database: Sqlite) -> None:
    await let_follow(database, [ANS, BEN], DROP_IN)
    await forget_person(database, VAULT, ANS)
    assert await count_followers(database, await keys_of(database, DROP_IN)) == 1


async def test_nobody_follows_without_end(database: Sqlite) -> None:
    many = [replace(DROP_IN, activity=str(number)) for number in range(MOST_FOLLOWED)]
    await let_follow(database, [ANS], *many)
    assert not await follow(database, VAULT, ANS, WALK, "nl")
    assert await follow(database, VAULT, ANS, many[0], "nl")
    assert len(await followed_by(database, VAULT, ANS)) == MOST_FOLLOWED


async def test_a_new_key_takes_along_what_is_followed(database: Sqlite) -> None:
    await let_follow(database, [ANS, BEN], DROP_IN)
    both, new = Vault((b"n" * 32, b"k" * 32)), Vault((b"n" * 32,))
    assert (await rekey_people(database, both), await rekey_interests(database, both)) == (2, 1)
    assert await followed_by(database, new, ANS) == (DROP_IN,)
    keys = await Interests(new).meeting(database, lambda one: one == DROP_IN)
    assert await count_followers(database, keys) == 2
    assert await unfollow(database, new, ANS, [DROP_IN]) == 1


async def test_what_is_followed_since_we_looked_is_found(database: Sqlite) -> None:
    interests = Interests(VAULT)
    assert await interests.fetch(database) == {}
    await let_follow(database, [ANS], WALK)
    assert list((await interests.fetch(database)).values()) == [WALK]
    await unfollow(database, VAULT, ANS, [WALK])
    assert await interests.fetch(database) == {}
