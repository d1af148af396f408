import pytest

from pages.templatetags.figures import figure


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0"), (999, "999"), (3108, "3,108"), (1_000_000, "1,000,000")]
)
def test_thousands_have_a_comma(count, words):
    assert figure(count) == words
