"""A link lets one person in, once."""

from bot.workbench.access import LINK_LASTS, Access


def test_a_link_works_once():
    access = Access(lambda: 0.0)
    key = access.new_link()
    shown = access.enter(key)
    assert (access.is_inside(shown), access.enter(key)) == (True, None)


def test_what_was_never_given_opens_nothing():
    access = Access(lambda: 0.0)
    access.new_link()
    assert (access.enter(""), access.enter("raad"), access.is_inside("")) == (None, None, False)


def test_a_link_that_waited_too_long_is_no_good():
    now = [0.0]
    access = Access(lambda: now[0])
    key = access.new_link()
    now[0] = LINK_LASTS + 1
    assert access.enter(key) is None


def test_two_links_let_two_people_in_apart():
    access = Access(lambda: 0.0)
    one, two = (access.enter(access.new_link()) for _ in range(2))
    assert (access.is_inside(one), access.is_inside(two), one != two) == (True, True, True)
