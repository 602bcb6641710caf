"""How the counts of a week are told."""

from datetime import date

from bot.core.figures import Count, Figure, Sort, periods_of, show_figures

WEDNESDAY = date(2026, 11, 25)


def figure(sort: Sort, name: str, number: int) -> Figure:
    return Figure(count=Count(period="2026-W48", sort=sort, name=name), number=number)


def test_the_counts_are_told_by_list_the_largest_first() -> None:
    figures = [
        figure(Sort.DECISION, "answer", 41),
        figure(Sort.TOPIC, "cost", 12),
        figure(Sort.TOPIC, "find_activity", 29),
        figure(Sort.PLACE, "Emmen", 17),
    ]
    told = show_figures(figures, {"find_activity": "Iets zoeken", "cost": "Kosten"}, WEDNESDAY)
    assert told == (
        "Cijfers van week 48, vanaf 10. Wat minder vaak voorkwam, tel ik niet.\n\n"
        "Vragen:\nbeantwoord: 41\n\n"
        "Waarover:\nIets zoeken: 29\nKosten: 12\n\n"
        "In welke plaats:\nEmmen: 17"
    )


def test_what_is_below_ten_and_what_is_about_safety_is_not_told() -> None:
    figures = [figure(Sort.PLACE, "Emmen", 9), figure(Sort.LEVEL, "suicide", 30)]
    told = show_figures(figures, {}, WEDNESDAY)
    assert (told.count("Emmen"), told.count("suicide")) == (0, 0)
    assert "Nog niets kwam deze week 10 keer of vaker voor." in told


def test_a_week_has_its_days_so_far() -> None:
    assert periods_of(date(2027, 1, 2)) == (
        "2026-W53",
        *(f"2026-12-{day}" for day in (28, 29, 30, 31)),
        "2027-01-01",
        "2027-01-02",
    )
