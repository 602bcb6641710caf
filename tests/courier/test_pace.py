"""No more than so many in any second, whatever holds us up."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.courier.pace import RATE, Going, Pace


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


async def test_a_place_is_free_a_second_after_the_answer() -> None:
    pace, clock = paced()
    quick, *slow = [pace.begin() for _ in range(RATE + 1)]
    pace.end(quick)
    clock.now += 0.4
    for one in slow:
        pace.end(one)
    assert (await go(pace, clock, 1))[0] > 101.4


async def test_one_without_an_answer_is_there_when_a_later_one_is() -> None:
    pace, clock = paced()
    silent = pace.begin()
    await go(pace, clock, RATE)
    assert silent.until < clock.now + 1.0


class Hours(asyncio.SelectorEventLoop):
    """A loop whose clock goes on only while all wait, and then at once."""

    def __init__(self) -> None:
        super().__init__()
        self._moment = 0.0
        look = self._selector.select

        def select(timeout: float | None = None) -> object:
            self._moment += timeout or 0.0
            return look(0)

        self._selector.select = select

    def time(self) -> float:
        return self._moment


async def arrivals(delays: list[tuple[float, float]]) -> list[float]:
    """When each came in, of those that are so long on their way there, and back."""
    clock = asyncio.get_running_loop().time
    pace, moments = Pace(clock), []

    async def bring(there: float, back: float, going: Going) -> None:
        await asyncio.sleep(there)
        moments.append(clock())
        await asyncio.sleep(back)
        pace.end(going)

    async with asyncio.TaskGroup() as under_way:
        for there, back in delays:
            await pace.near(lambda: False)
            await pace.turn()
            under_way.create_task(bring(there, back, pace.begin()))
    return sorted(moments)


SHORT = st.floats(0.0, 0.02)
DELAYS = st.tuples(SHORT | st.floats(0.0, 0.3), SHORT | st.floats(0.0, 0.6))


@settings(max_examples=60, deadline=None)
@given(st.lists(DELAYS, min_size=30, max_size=150))
def test_however_late_they_come_in_no_second_has_more(delays: list[tuple[float, float]]) -> None:
    delays[::RATE] = [(0.0, 0.0)] * len(delays[::RATE])
    with asyncio.Runner(loop_factory=Hours) as runner:
        moments = runner.run(arrivals(delays))
    spans = [later - first for first, later in zip(moments, moments[RATE:], strict=False)]
    assert min(spans, default=2.0) >= 1.0


async def test_a_thousand_take_forty_seconds() -> None:
    moments = await go(*paced(), 1000)
    assert 39.8 < moments[-1] - moments[0] < 42.0


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
