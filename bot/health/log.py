"""Writes the log as lines for people or as JSON, and never what an error quotes.

The words of an error may hold what somebody wrote; its type and its place never do.
"""

import json
import logging
from types import TracebackType

from bot.channels.fault import place_of

_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"
Trace = tuple[type[BaseException], BaseException, TracebackType | None]


class PlaceFormatter(logging.Formatter):
    """Lines for people; of an error the type and the place."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - the library's name
        """Names an error, and what it came from, without their words."""
        error = ei[1] if isinstance(ei, tuple) else None
        chain: list[BaseException] = []
        while isinstance(error, BaseException) and error not in chain:  # one may come from itself
            chain.append(error)
            error = error.__cause__ or error.__context__
        return ", from ".join(map(place_of, chain))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802 - the library's name
        """Leaves out the stack, which quotes lines of code only, as it is long."""
        return ""


class JsonFormatter(PlaceFormatter):
    """One JSON object a line: time, level, logger, message and, of an error, its place."""

    def format(self, record: logging.LogRecord) -> str:
        """Writes one record."""
        said = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            said["error"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def without_address(record: logging.LogRecord) -> bool:
    """Lets through that a request could not be read, without whose it was."""
    record.msg, record.args = "a request could not be handled", ()
    return True


def write_log(form: str) -> None:
    """From now on the log is written so: 'json', or as lines for people."""
    formatter = JsonFormatter() if form == "json" else PlaceFormatter(_LINE)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(formatter)
    logging.getLogger("aiohttp.server").addFilter(without_address)
