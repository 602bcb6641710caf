"""What all tests in a browser share: an open workbench."""

import pytest_asyncio
from browser import visitors


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory):
    async with visitors(tmp_path_factory.mktemp("werkbank")) as found:
        yield found
