import pytest

from run.system import Package, missing

THERE = Package("libc6", library="libc.so.6", program="sh", folder="/tmp")


@pytest.mark.parametrize(
    "gone",
    [
        Package("liblost", library="liblost.so.0"),
        Package("lost", program="no-such-program"),
        Package("fonts-lost", folder="/no/such/folder"),
    ],
)
def test_what_is_missing_is_named_in_one_line(gone):
    line = missing([THERE, gone], purpose="Needed")

    assert line == f"Needed: apt-get install --no-install-recommends {gone.name}"


def test_where_nothing_is_missing_nothing_is_said():
    assert missing([THERE], purpose="Needed") == ""
