"""What a message means that leans on the one before: its topic, its days, and whose it is."""

from datetime import date

import pytest
from resident import Chat

from bot.core.message import Slots, When
from bot.core.understanding.understand import Decision


def _asked(chat: Chat, before: str, text: str) -> str | None:
    chat.say(before)
    chat.say(text)
    assert chat.last is not None
    return chat.last.query.topic


def _slots(chat: Chat, before: str, text: str) -> Slots:
    _asked(chat, before, text)
    assert chat.last is not None and chat.last.query is not None
    return chat.last.query.slots


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("gaat de wandelgroep in Ommen morgen door?", "en in Raalte?", "is_it_on"),
        ("gaat de wandelgroep in Ommen morgen door?", "nee zaterdag bedoel ik", "is_it_on"),
        ("wat kost het eetcafé in Lochem", "en voor mijn dochter?", "cost"),
        ("moet je nuchter zijn bij de inloop in Assen?", "geldt dat ook voor wiet", "sobriety"),
        ("is er een praatgroep in Gouda", "liever overdag", "find_activity"),
        ("is er een praatgroep in Gouda", "ik zit zelf in Waddinxveen", "find_activity"),
        ("is er een praatgroep in Gouda", "65+", "find_activity"),
        ("is er een praatgroep in Gouda", "hoe zit dat in Ede", "find_activity"),
        ("is er een praatgroep in Gouda", "ik kom ook in Woerden, daar ook?", "find_activity"),
        ("wat kost de inloop in Assen", "dezelfde vraag voor Wassenaar", "cost"),
        ("wat kost de inloop in Assen", "daar ook?", "cost"),
        ("is er donderdag een inloop in Assen", "vrijdagavond idem?", "find_activity"),
        ("is er een praatgroep in Gouda", "only evenings please", "find_activity"),
        ("is er een praatgroep in Gouda", "zelfde maar dan voor mijn ouders", "find_activity"),
        ("is er een praatgroep in Gouda", "is er in januari ook nog eentje?", "find_activity"),
        ("is er een praatgroep in Gouda", "hebben ze ook een kookgroep", "find_activity"),
        ("is er een rouwgroep in Gouda", "geldt dat ook als het lang geleden is", "who_for"),
        ("is er een praatgroep in Gouda", "en in het Turks?", "language_spoken"),
        ("is er een praatgroep in Gouda", "of een cursus, dat mag ook", "find_activity"),
        ("is er een praatgroep in Gouda", "dank je, ook voor jongeren?", "find_activity"),
        ("is er een praatgroep in Gouda", "boetseren of haken mag ook hoor", "find_activity"),
        ("bij wie moet ik zijn in Gouda?", "iets voor vaders", "find_activity"),
        ("is er een eetcafé in Gouda", "en met z'n tweeën?", "bring_someone"),
        ("is er een rouwgroep in Gouda", "ook vrouwen?", "who_for"),
        ("wat kost de rouwgroep in Gouda", "ook vrouwen?", "who_for"),
        ("wat kost de rouwgroep in Gouda", "ook voor jongeren?", "cost"),
        ("wat kost de rouwgroep in Gouda", "ook voor jongeren?", "cost"),
        ("is er een rouwgroep in Gouda", "en voor mannen?", "find_activity"),
        ("is er vrijdag een eetcafé in Gouda", "maandag ook?", "is_it_on"),
        ("is er vrijdag een eetcafé in Gouda", "maandag kan ook", "find_activity"),
        ("is er vrijdag een eetcafé in Gouda", "en onder de 18?", "age"),
        ("herinner me vrijdag aan het eetcafé", "en doe maandag ook maar", "remind_me"),
        ("herinner me vrijdag aan het eetcafé", "zet maar op maandag", "remind_me"),
        ("zoeken jullie vrijwilligers in Gouda", "en dan alleen in de avond?", "volunteer"),
    ],
)
def test_what_names_a_place_a_day_or_a_person_goes_on(
    chat: Chat, before: str, text: str, topic: str
) -> None:
    assert _asked(chat, before, text) == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("en hoe kom ik daar", "directions"),
        ("wat kost dat dan", "cost"),
        ("en moet dat vooraf?", "sign_up"),
        ("hoe laat is het klaar", "duration"),
        ("mag mijn hond mee?", "bring_someone"),
        ("16+?", "age"),
        ("ik ben ingeschreven in Joure, is dat een probleem", "residency"),
        ("engels pls", "bot_language"),
        ("en mijn nichtje van 13?", "age"),
        ("and my brother who is 15?", "age"),
        ("sober?", "sobriety"),
        ("ook nuchter?", "sobriety"),
        ("english possible?", "language_spoken"),
        ("is die niet verzet naar de ochtend?", "is_it_on"),
        ("tot wanneer kan ik me opgeven?", "sign_up"),
        ("wat moet ik aan, gympen?", "first_visit"),
        ("mag dat als ik van ver kom?", "residency"),
    ],
)
def test_a_question_of_its_own_keeps_its_topic(chat: Chat, text: str, topic: str) -> None:
    assert _asked(chat, "is er zaterdag een wandeling in Zeist?", text) == topic


def test_what_does_not_change_with_the_day_is_not_asked_of_another_day(chat: Chat) -> None:
    assert _asked(chat, "heb ik een verwijzing nodig in Emmen?", "en zaterdag?") == "find_activity"


@pytest.mark.parametrize("text", ["nee", "ja", "hmm", "ok ja"])
def test_a_yes_or_no_alone_asks_nothing(chat: Chat, text: str) -> None:
    assert _asked(chat, "is er een praatgroep in Gouda", text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("en een week later?", date(2026, 12, 4), date(2026, 12, 4)),
        ("de dag ervoor", date(2026, 11, 26), date(2026, 11, 26)),
        ("die week erna", date(2026, 11, 30), date(2026, 12, 6)),
        ("en de dinsdag daarna", date(2026, 12, 1), date(2026, 12, 1)),
    ],
)
def test_later_counts_from_the_day_before(chat: Chat, text: str, start: date, end: date) -> None:
    slots = _slots(chat, "is er vrijdag inloop in Assen?", text)
    assert slots.when == When(start=start, end=end)


def test_a_town_where_the_same_organisation_sits_keeps_to_it(chat: Chat) -> None:
    slots = _slots(chat, "zelfregiecentrum in Deventer", "en in Raalte?")
    assert slots.organisation == "zelfregiecentrum-raalte-deventer"


def test_a_town_far_from_it_lets_the_organisation_go(chat: Chat) -> None:
    slots = _slots(chat, "zelfregiecentrum in Deventer", "en in Middelburg?")
    assert slots.organisation is None


@pytest.mark.parametrize(
    "text",
    [
        "en wie heeft de wedstrijd gewonnen?",
        "kun je een betaalverzoek sturen naar mijn buurman",
        "haha de hond liep over mijn telefoon",
    ],
)
def test_what_leads_away_is_not_answered_as_the_search(chat: Chat, text: str) -> None:
    chat.say("is er zaterdag een wandeling in Zeist?")
    chat.say(text)
    assert chat.last is not None and chat.last.understanding is not None
    assert chat.last.understanding.decision is not Decision.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "rijdt tram 11 vandaag wel, er was toch staking",
        "en een treinkaartje Assen Zwolle",
        "waar kan ik zaterdag mijn haar laten knippen",
        "en de Albert Heijn in Gouda",
        "heb jij een recept voor erwtensoep voor vrijdag",
    ],
)
def test_another_matter_with_a_place_or_a_day_is_not_searched_for(chat: Chat, text: str) -> None:
    _asked(chat, "is er een praatgroep in Gouda", text)
    assert chat.last is not None and chat.last.understanding is not None
    assert chat.last.understanding.decision is not Decision.ANSWER
