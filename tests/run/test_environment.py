import pytest

from run.environment import environment
from run.folder import Folder
from run.servers import Servers

NAMED = {
    "DATABASE_URL": "postgres://owner@db/dhr",
    "WEB_DATABASE_URL": "postgres://web@db/dhr",
    "REDIS_URL": "redis://queue",
}


@pytest.fixture
def folder(tmp_path):
    folder = Folder(tmp_path)
    folder.make()
    yield folder
    folder.forget_sockets()


def told(folder: Folder, *, port: int | None = None, **given: str) -> dict[str, str]:
    return environment(folder, Servers(folder, given=given), port=port, given=given)


def test_only_a_database_of_our_own_may_hold_invented_people(folder):
    assert told(folder)["DEMONSTRATION"] == "1"
    assert "DEMONSTRATION" not in told(folder, DEMONSTRATION="1", **NAMED)


def test_nobody_becomes_the_owner_of_the_tables_by_asking(folder):
    assert "DATABASE_AS_OWNER" not in told(folder, DATABASE_AS_OWNER="1")


def test_what_was_given_stays_and_the_rest_is_filled_in(folder):
    given = told(folder, EMAIL_URL="smtp://mail", SECRET_KEY="mine", **NAMED)

    assert given.items() >= {**NAMED, "EMAIL_URL": "smtp://mail", "SECRET_KEY": "mine"}.items()
    assert given["DATA_DIR"] == str(folder.path)
    assert told(folder)["SECRET_KEY"] == folder.secret_key()
    assert told(folder)["FIELD_KEYS"] == folder.field_keys()


def test_links_lead_to_where_the_app_answers(folder):
    assert told(folder)["BASE_URL"] == "http://127.0.0.1:8000"
    with folder.serving(port=9000):
        assert told(folder)["BASE_URL"] == "http://127.0.0.1:9000"
    assert told(folder, port=9001)["BASE_URL"] == "http://127.0.0.1:9001"
    assert told(folder, BASE_URL="https://dhr.example")["BASE_URL"] == "https://dhr.example"
