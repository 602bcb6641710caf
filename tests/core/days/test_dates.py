"""What a message says of when: the policy of docs/dates.md, rule by rule."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.days.dates import WhenMention, find_when
from bot.core.days.words.spelling import _MENDABLE, mend
from bot.core.days.words.word_senses import word_sense
from bot.core.message import When
from bot.core.model import Part

at = datetime.fromisoformat  # local time, as the bot is told it
WEDNESDAY = at("2026-11-25T14:00")


def when(text: str, now: datetime = WEDNESDAY) -> When | None:
    mention = find_when(text, now)
    return mention.when if mention else None


def words(text: str) -> list[str]:
    mention = find_when(text, WEDNESDAY)
    return [text[start:end] for start, end in mention.spans] if mention else []


def day(month: int, number: int, part: Part | None = None, year: int = 2026) -> When:
    one = date(year, month, number)
    return When(start=one, end=one, part=part)


def test_a_weekday_is_the_first_from_today_on_and_may_be_today() -> None:
    assert when("is er woensdag inloop?") == day(11, 25)
    assert when("is er dinsdag inloop?") == day(12, 1)


def test_a_coming_weekday_is_never_today() -> None:
    assert when("komende woensdag") == day(12, 2)


def test_a_weekday_of_next_week_is_one_of_the_calendar_week() -> None:
    sunday = at("2026-11-29T10:00")
    assert when("volgende week maandag", sunday) == day(11, 30)
    assert when("volgende week maandag", WEDNESDAY) == day(11, 30)


def test_a_week_over_counts_from_the_coming_weekday() -> None:
    assert when("dinsdag over een week") == day(12, 8)


def test_this_week_begins_today_and_next_week_on_monday() -> None:
    assert when("deze week") == When(start=date(2026, 11, 25), end=date(2026, 11, 29))
    assert when("volgende week") == When(start=date(2026, 11, 30), end=date(2026, 12, 6))


def test_on_saturday_this_weekend_is_on_and_the_coming_one_is_next() -> None:
    saturday = at("2026-11-28T09:00")
    assert when("dit weekend", saturday) == When(start=date(2026, 11, 28), end=date(2026, 11, 29))
    assert when("komend weekend", saturday) == When(start=date(2026, 12, 5), end=date(2026, 12, 6))


def test_a_date_without_a_year_is_the_next_such_date() -> None:
    assert when("op 24-11") == day(11, 24, year=2027)
    assert when("op 25-11") == day(11, 25)
    assert when("29 februari") == day(2, 29, year=2028)


def test_a_day_that_does_not_exist_says_nothing() -> None:
    assert when("is er iets op 31 november?") != day(11, 30)
    assert when("op 30-2") is None


@pytest.mark.parametrize(
    "text",
    [
        "is er 31-12-9999 iets of de dag erna",
        "is er iets op 1-1-0001, of de week ervoor",
        "op 31/12/9999 en het weekend erna",
        "de week van 1-1-0001",
        "nog voor 31-12-9999",
        "tussen nu en 10-12-2020",
        "31-12-9999 t/m 1-1-0001",
    ],
)
def test_a_year_at_the_edge_of_the_calendar_or_before_today_says_no_day_to_come(text: str) -> None:
    assert when(text) is None


def test_a_feast_that_has_gone_by_is_that_of_next_year() -> None:
    assert when("met kerst", at("2026-12-27T09:00")) == When(
        start=date(2027, 12, 25), end=date(2027, 12, 26)
    )


def test_advent_has_four_sundays_and_a_year_said_is_kept() -> None:
    assert when("tweede advent 2027") == day(12, 5, year=2027)
    assert when("laatste advent") == day(12, 20)
    assert when("vijfde advent") == when("advent")


def test_a_week_that_is_over_is_whole_and_one_that_is_on_begins_today() -> None:
    new_year, christmas = at("2027-01-02T10:00"), at("2026-12-25T10:00")
    over = When(start=date(2026, 12, 14), end=date(2026, 12, 20))
    assert when("was de inloop in de week van de kerstvakantie dicht?", new_year) == over
    assert when("was de inloop in de week voor kerst dicht?", christmas) == over
    left = When(start=date(2026, 12, 25), end=date(2026, 12, 27))
    assert when("is er in de week van kerst iets?", christmas) == left


def test_new_years_eve_and_day_belong_together_on_new_years_day_too() -> None:
    assert when("met oud en nieuw", at("2027-01-01T09:00")) == When(
        start=date(2026, 12, 31), end=date(2027, 1, 1)
    )


def test_the_christmas_holiday_is_known_and_others_are_told() -> None:
    may = (date(2027, 4, 24), date(2027, 5, 2))
    mention = find_when("open in de meivakantie?", WEDNESDAY, {"meivakantie": (may,)})
    assert mention is not None
    assert mention.when == When(start=may[0], end=may[1])
    assert when("open in de meivakantie?") is None
    assert when("open in de kerstvakantie?") == When(
        start=date(2026, 12, 19), end=date(2027, 1, 3)
    )


def test_week_numbers_are_those_of_iso() -> None:
    assert when("week 53") == When(start=date(2026, 12, 28), end=date(2027, 1, 3))
    assert when("wk 1") == When(start=date(2027, 1, 4), end=date(2027, 1, 10))


def test_a_part_of_the_day_alone_leaves_the_days_open() -> None:
    assert when("liefst 's avonds") == When(part=Part.EVENING)


def test_morgen_is_tomorrow_but_s_morgens_is_the_morning() -> None:
    assert when("kan ik morgen komen?") == day(11, 26)
    assert when("kan ik 's morgens komen?") == When(part=Part.MORNING)
    assert when("vrijdag morgen") == day(11, 27, Part.MORNING)


def test_a_clock_time_fills_nothing_but_after_six_is_the_evening() -> None:
    assert when("is het om negen uur?") is None
    assert when("ik kan alleen na zessen") == When(part=Part.EVENING)


def test_of_two_days_in_a_row_both_are_meant_and_of_others_the_first_and_last() -> None:
    assert when("maandag of dinsdag") == When(start=date(2026, 11, 30), end=date(2026, 12, 1))
    assert when("dinsdag of vrijdag") == When(start=date(2026, 11, 27), end=date(2026, 12, 1))


def test_the_day_in_the_question_wins_over_those_in_the_story() -> None:
    text = "Maandag heb ik nog wat te doen. Mijn zus gaat zondag. Is er dinsdag ook een groep?"
    assert when(text) == day(12, 1)


def test_a_day_when_someone_cannot_come_is_not_asked_for() -> None:
    assert when("Op maandag werk ik. Is er ook iets op vrijdag?") == day(11, 27)
    assert when("Op maandag kan ik niet. Is er een andere dag?") is None


def test_somebody_elses_habit_is_not_asked_for() -> None:
    assert when("Hij drinkt in het weekend. Is er iets voor mij?") is None


def test_a_weekday_gone_by_is_the_last_one_when_the_door_was_shut() -> None:
    assert when("Ik was er maandag en de deur was dicht.") == day(11, 23)


def test_what_happened_before_is_no_wish() -> None:
    assert when("Ik heb vorige week gebeld. Is er een groep?") is None
    assert when("Ik verhuisde in september. Is er een inloop?") is None


def test_a_weekday_makes_a_week_more_precise_wherever_it_stands() -> None:
    assert when("is er volgende week in Assen iets op woensdag?") == day(12, 2)


def test_the_words_of_the_date_are_given_and_no_others() -> None:
    assert words("is er volgende week dinsdag 's avonds iets?") == [
        "volgende week dinsdag 's avonds"
    ]
    assert words("the Thursday coffee morning") == ["Thursday", "morning"]
    assert words("volgende week in Assen, op woensdag?") == ["volgende week", "woensdag"]
    assert words("de dinsdaggroep") == ["dinsdag"]


def test_accents_and_curly_marks_keep_the_offsets_right() -> None:
    assert words("één keer ’s ávonds graag") == ["’s ávonds"]
    assert words("İİİ vrijdag?") == ["vrijdag"]


def test_a_new_line_ends_a_sentence() -> None:
    assert when("Ik was ziek\nvrijdag weer iets?") == day(11, 27)


def test_every_word_that_a_misspelling_is_mended_to_is_known() -> None:
    unknown = [word for row in _MENDABLE.values() for word in row if word_sense(word).mark == "x"]
    assert unknown == []


@pytest.mark.parametrize(
    "word", ["vandaan", "werkend", "voldoende", "mogen", "middel", "avonturen"]
)
def test_a_real_word_is_not_mended(word: str) -> None:
    assert mend(word) is None


SCRAPS = """
    vandaag morgen 's avonds volgende week di. do zo ma, 3-12 31/12/2026 12:30 t/m of en ? . !
    3e 99 2026 januari mei kerst weekend over een na tot 24/7 jûn غدا nu open İ ½ ² ٣ اليوم
    31-12-9999 1-1-0001 7-12-2020 de dag erna ervoor kerstvakantie van voor nog advent tussen en
"""
PIECES = st.sampled_from([*SCRAPS.split(), "\n"])


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join)))
def test_no_text_breaks_it_and_spans_stay_inside(text: str) -> None:
    mention = find_when(text, WEDNESDAY)
    assert mention is None or mention_is_sound(mention, text)


@given(st.lists(PIECES, max_size=12).map(" ".join), st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_on_no_day_the_last_day_comes_before_the_first(text: str, today: date) -> None:
    mention = find_when(text, datetime.combine(today, datetime.min.time()))
    assert mention is None or mention_is_sound(mention, text)


def mention_is_sound(mention: WhenMention, text: str) -> bool:
    said = mention.when
    ends = [0, *(edge for span in mention.spans for edge in span), len(text)]
    ordered = said.start is None or (said.end is not None and said.start <= said.end)
    return ordered and bool(mention.spans) and ends == sorted(ends) and said != When()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("begint die nog voor de kerst?", (2026, 11, 25), (2026, 12, 24)),
        ("kan het vóór Sinterklaas?", (2026, 11, 25), (2026, 12, 4)),
        ("in de week na volgende week", (2026, 12, 7), (2026, 12, 13)),
        ("in de eerste helft van december", (2026, 12, 1), (2026, 12, 15)),
        ("28, 29 en 30 december", (2026, 12, 28), (2026, 12, 30)),
        ("eerste dan wel tweede kerstdag", (2026, 12, 25), (2026, 12, 26)),
        ("kan ik daar de 10e heen?", (2026, 12, 10), (2026, 12, 10)),
        ("on the second of December", (2026, 12, 2), (2026, 12, 2)),
        ("vandaag over een week", (2026, 12, 2), (2026, 12, 2)),
        ("volgende week dondreag", (2026, 12, 3), (2026, 12, 3)),
        ("is er vrydag inloop?", (2026, 11, 27), (2026, 11, 27)),
        ("NA vrijdagavond in Delft", (2026, 11, 27), (2026, 11, 27)),
        ("is er NA het weekend iets?", (2026, 11, 30), (2026, 12, 1)),
        ("kan het maandag, of de vrijdag er na?", (2026, 11, 30), (2026, 12, 4)),
        ("NA dinsdag in Delft", (2026, 12, 1), (2026, 12, 1)),
        ("Damsko vrijdagavond NA?", (2026, 11, 27), (2026, 11, 27)),
        ("gaat NA vrijdag door?", (2026, 11, 27), (2026, 11, 27)),
        ("hoi, NA zondag in Almelo?", (2026, 11, 29), (2026, 11, 29)),
        ("gaat de NA vanavond door, die na vanavond?", (2026, 11, 25), (2026, 11, 25)),
    ],
)
def test_more_ways_to_say_a_day(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    said = when(text)
    assert said is not None and (said.start, said.end) == (date(*start), date(*end))


@pytest.mark.parametrize(
    "text",
    [
        "ik ben in vier maanden alles kwijtgeraakt",
        "ik word 18 in maart, mag ik nu al komen?",
        "dat is op de 2e verdieping",
        "de 1e keer was spannend",
        "wat is er NA kerst",
        "wat is er na kerst",
        "is er iets NA vrijdag",
        "is er een inloop NA de kerst",
    ],
)
def test_what_is_no_day_to_come(text: str) -> None:
    assert when(text) is None


def test_a_slip_in_the_second_half_of_a_compound_is_mended() -> None:
    assert when("is er dinsdagaovnd iets?") == day(12, 1, Part.EVENING)
    assert when("iets op dinsdagmargen?") == day(12, 1, Part.MORNING)
