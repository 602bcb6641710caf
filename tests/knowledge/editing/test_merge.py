"""Two people's changes of one text: both where they are about other lines, neither lost."""

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.editing.merge import difference, merged

OLD = "een\ntwee\ndrie\nvier\nvijf\n"


def test_changes_of_different_lines_go_together():
    mine, theirs = OLD.replace("twee", "TWEE"), OLD.replace("vijf", "VIJF\nzes")
    assert merged(OLD, mine, theirs) == "een\nTWEE\ndrie\nvier\nVIJF\nzes\n"


def test_changes_of_one_line_do_not():
    assert merged(OLD, OLD.replace("twee", "2"), OLD.replace("twee", "II")) is None


def test_two_lines_put_in_at_one_place_do_not():
    mine, theirs = OLD.replace("twee\n", "twee\na\n"), OLD.replace("twee\n", "twee\nb\n")
    assert merged(OLD, mine, theirs) is None


LINES = st.lists(st.sampled_from("abcdef"), max_size=8).map(
    lambda many: "".join(f"{one}\n" for one in many)
)


@given(old=LINES, other=LINES)
def test_a_change_of_one_alone_is_that_change(old, other):
    assert merged(old, other, old) == other
    assert merged(old, old, other) == other
    assert merged(old, other, other) == other


@given(old=LINES, mine=LINES, theirs=LINES)
def test_who_comes_first_makes_no_difference(old, mine, theirs):
    assert merged(old, mine, theirs) == merged(old, theirs, mine)


@given(old=LINES, new=LINES)
def test_a_difference_holds_each_line_that_went_or_came(old, new):
    shown = difference(old, new, around=100)
    gone = [one.text for one in shown if one.sign in (" ", "-")]
    came = [one.text for one in shown if one.sign in (" ", "+")]
    if old != new:
        assert (gone, came) == (old.splitlines(), new.splitlines())
