"""A question that is not understood: asked, scrubbed, kept after a yes, and never after alarm."""

import pytest
from counter import Counter

from bot.assistant import Snapshot
from bot.core.message import Matter, Message
from bot.core.roles import Role
from bot.core.talk.scrubbing import scrubbed
from bot.store.gaps import fetch_gaps

LOST = "kan ik daar mijn post laten bezorgen"
UNSURE = "kan dat ook zo"
ASK = "Mag ik je vraag, zonder je naam, doorgeven?"


@pytest.fixture
async def open_counter(counter: Counter) -> Counter:
    """A desk where somebody works."""
    await counter.hire("els", Role.ADMINISTRATOR)
    return counter


async def test_after_a_yes_the_words_and_the_day_are_kept(open_counter: Counter):
    chat = open_counter.chat("kim")
    assert ASK in await chat.say(LOST)
    assert await fetch_gaps(open_counter.database) == ()
    assert "doorgegeven" in await chat.press("Ja, geef maar door")
    kept = await fetch_gaps(open_counter.database)
    assert [(one.words, one.asked) for one in kept] == [
        (scrubbed(LOST, open_counter.snapshot.knowledge), open_counter.now.date())
    ]


async def test_after_a_no_nothing_is_kept_and_it_is_not_asked_again(open_counter: Counter):
    chat = open_counter.chat("kim")
    await chat.say(LOST)
    assert "Ik geef niets door" in await chat.press("Nee, niet doorgeven")
    assert ASK not in await chat.say(LOST)
    assert await fetch_gaps(open_counter.database) == ()


async def test_a_yes_counts_only_right_after_the_question(open_counter: Counter):
    chat = open_counter.chat("kim")
    await chat.say(LOST)
    yes = chat.choice("geef maar door")
    await chat.say("wat kost het")
    await chat.send(Message(matter=Matter.BUTTON, choice=yes))
    assert await fetch_gaps(open_counter.database) == ()


async def test_when_none_of_the_guesses_is_meant_it_is_asked_too(open_counter: Counter):
    chat = open_counter.chat("kim")
    assert ASK not in await chat.say(UNSURE)
    assert ASK in await chat.press("Iets anders")
    await chat.press("Ja, geef maar door")
    assert [one.words for one in await fetch_gaps(open_counter.database)] == [UNSURE]


@pytest.mark.parametrize("worry", ["ik wil dood", "kan ik stoppen met mijn medicijnen?"])
async def test_whoever_set_off_the_screen_is_never_asked(open_counter: Counter, worry: str):
    chat = open_counter.chat("kim")
    assert ASK not in await chat.say(worry)
    assert ASK not in await chat.say(LOST)


@pytest.mark.parametrize(
    "said",
    [
        "ik ben Karel Zandstra en ik zoek een inloop in Emmen",
        "mijn naam is karel zandstra, waar kan ik heen",
        "ik woon op de Dorpsstraat 12, 7811 AB en zoek een inloop",
        "bel mij op 06 12345678 of mail karel@gmail.com over de inloop",
        "mevrouw Zandstra zei dat er een inloop in Emmen is",
        "mijn begeleider jan de boer zegt dat ik hier moet zijn",
        "mijn vriend karel en zandstra die komen ook naar de inloop",
        "mevrouw De Boer en meneer Jan zeggen dat dat kan",
    ],
)
def test_what_points_to_somebody_is_taken_out(snapshot: Snapshot, said: str):
    assert snapshot.knowledge is not None
    left = scrubbed(said, snapshot.knowledge).casefold()
    traces = ("karel", "zandstra", "dorpsstraat", "12", "7811", "0612", "gmail", "jan", "boer")
    assert [trace for trace in traces if trace in left] == []


def test_a_town_and_plain_words_may_stay(snapshot: Snapshot):
    assert snapshot.knowledge is not None
    left = scrubbed("Is er een inloop in Emmen?", snapshot.knowledge)
    assert left == "Is er een inloop in Emmen?"


@pytest.mark.parametrize(
    "said",
    [
        "mijn zoon die niet kan komen op maandagavond, waar moet die heen?",
        "is er zo'n inloop, 't liefst op donderdagochtend",
    ],
)
def test_small_words_and_days_stay_where_a_name_may_stand(snapshot: Snapshot, said: str):
    assert snapshot.knowledge is not None
    assert scrubbed(said, snapshot.knowledge) == said


def test_of_too_few_words_nothing_is_left(snapshot: Snapshot):
    assert snapshot.knowledge is not None
    assert scrubbed("Karel Zandstra", snapshot.knowledge) == ""
