"""The trees that are to be seen, made once."""

import pytest

from .versions import Clean


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """The digest of the tree of each version of the small site."""
    return Clean(tmp_path_factory.mktemp("clean"))
