"""What a channel says and logs when something goes wrong."""

from pathlib import Path

CALM = "Er ging iets mis bij mij. Probeer het nog eens. Is het dringend? Bel 112 of 113."

_ROOT = Path(__file__).parents[1]


class ChannelError(Exception):
    """A channel cannot go on until a person mends something; its text says what, in Dutch."""


def place_of(error: BaseException) -> str:
    """Name an error's type and the line it came from, and nothing that somebody wrote."""
    name = type(error).__qualname__
    trace = error.__traceback__
    ours = last = None
    while trace is not None:
        last = trace
        if Path(trace.tb_frame.f_code.co_filename).is_relative_to(_ROOT):
            ours = trace
        trace = trace.tb_next
    frame = ours or last
    if frame is None:
        return name
    path = Path(frame.tb_frame.f_code.co_filename)
    shown = path.relative_to(_ROOT.parent) if path.is_relative_to(_ROOT) else Path(path.name)
    return f"{name} at {shown}:{frame.tb_lineno}"
