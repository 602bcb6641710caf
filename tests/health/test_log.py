"""The log holds the place of an error and never its words."""

import json
import logging
import sys

import pytest

from bot.health.log import JsonFormatter, PlaceFormatter, without_address


def failure() -> logging.LogRecord:
    try:
        try:
            raise KeyError("geheim van 31337")
        except KeyError as error:
            raise ValueError("ook geheim") from error
    except ValueError:
        info = sys.exc_info()
    return logging.LogRecord("bot", logging.ERROR, "x.py", 1, "het ging mis", None, info)


@pytest.mark.parametrize("formatter", [PlaceFormatter("%(message)s"), JsonFormatter()])
def test_an_error_is_named_without_its_words(formatter: logging.Formatter) -> None:
    told = formatter.format(failure())
    assert "geheim" not in told and "31337" not in told
    assert "ValueError at test_log.py" in told and "KeyError at test_log.py" in told


def test_a_line_of_json_reads_back() -> None:
    record = logging.LogRecord("bot.app", logging.INFO, "x.py", 1, "twee\nregels %s", ("é",), None)
    said = json.loads(JsonFormatter().format(record))
    assert (said["level"], said["logger"], said["message"]) == (
        "INFO",
        "bot.app",
        "twee\nregels é",
    )


def test_an_error_that_comes_from_itself_ends() -> None:
    record = failure()
    error = record.exc_info[1]
    error.__cause__.__cause__ = error
    told = PlaceFormatter("%(message)s").format(record)
    assert told.count("ValueError") == 1 and told.count("KeyError") == 1


def test_a_request_that_cannot_be_read_is_told_without_whose_it_was(
    caplog: pytest.LogCaptureFixture,
) -> None:
    logger = logging.getLogger("aiohttp.server")
    logger.addFilter(without_address)
    logger.error("Error handling request from %s", "203.0.113.7")
    logger.removeFilter(without_address)
    assert caplog.messages == ["a request could not be handled"]
