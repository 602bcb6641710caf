"""No more than so many in any second, whatever holds us up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.courier.pace import RATE, Pace


class Clock:
    """A clock that goes on only when somebody sleeps, or as the test says."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def paced() -> tuple[Pace, Clock]:
    clock = Clock()
    return Pace(clock, clock.sleep), clock


async def go(pace: Pace, clock: Clock, count: int) -> list[float]:
    """The moments at which so many went."""
    moments = []
    for _ in range(count):
        await pace.near(lambda: False)
        await pace.turn()
        pace.end(pace.begin())
        moments.append(clock.now)
    return moments


async def test_what_took_long_counts_from_when_it_can_have_arrived() -> None:
    pace, clock = paced()
    quick, slow = [pace.begin() for _ in range(3)], pace.begin()
    clock.now += 0.01
    for one in quick:
        pace.end(one)
    clock.now += 0.1
    pace.end(slow)
    moments = await go(pace, clock, RATE)
    assert moments[-1] >= slow.begun + 1.1


async def test_a_thousand_take_forty_seconds() -> None:
    moments = await go(*paced(), 1000)
    assert 39.9 < moments[-1] - moments[0] < 42.0


@settings(max_examples=30)
@given(st.lists(st.floats(0.0, 1.5), min_size=1, max_size=12))
async def test_never_more_than_the_rate_in_a_second(stalls: list[float]) -> None:
    (pace, clock), moments = paced(), []
    for stall in stalls:
        moments += await go(pace, clock, 20)
        clock.now += stall
    spans = [later - first for first, later in zip(moments, moments[RATE:], strict=False)]
    assert min(spans, default=2.0) > 1.0


async def test_nothing_goes_during_a_halt() -> None:
    pace, clock = paced()
    await go(pace, clock, 3)
    pace.halt(30.0)
    pace.halt(5.0)
    begun = clock.now
    assert pace.halted_for == 30.0
    assert (await go(pace, clock, 1))[0] >= begun + 30.0


async def test_whoever_waits_for_an_answer_goes_first_but_not_for_ever() -> None:
    pace, clock = paced()
    begun = clock.now
    await pace.near(lambda: True)
    await pace.turn()
    assert 0.0 < clock.now - begun < 0.03
