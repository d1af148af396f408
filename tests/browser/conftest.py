"""The browser of tests/browsing.py."""

from tests.browsing import browser, new_page, page, pytest_runtest_makereport

__all__ = ["browser", "new_page", "page", "pytest_runtest_makereport"]
