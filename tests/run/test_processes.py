import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from run.processes import Process, Record, birth, expect, tail, waited
from run.telling import Stop

STUBBORN = "trap '' TERM; echo deaf; while :; do sleep 0.1; done"
WITH_CHILD = "trap '' TERM; sleep 60 & echo $!; while :; do sleep 0.1; done"


@pytest.fixture
def record(tmp_path):
    return Record(tmp_path)


def start(record, command):
    log = record.folder / "its.log"
    return record.start("it", ["sh", "-c", command], log=log, cwd=record.folder)


def said(record):
    log = record.folder / "its.log"
    waited(lambda: log.read_text() != "", patience=10)
    return log.read_text()


def test_a_process_is_found_again_and_stopped(record):
    process = start(record, "exec sleep 60")

    assert Record(record.folder).find("it") == process
    record.stop("it")

    assert not process.is_alive
    assert record.find("it") is None


def test_what_does_not_listen_is_killed(record):
    process = start(record, STUBBORN)
    said(record)

    record.stop("it", patience=0.2)

    assert not process.is_alive


def test_its_children_go_with_what_had_to_be_killed(record):
    start(record, WITH_CHILD)
    child = int(said(record))

    record.stop("it", patience=0.2)

    assert waited(lambda: birth(child) is None, patience=10)


def test_a_later_owner_of_the_number_is_left_alone(record):
    stranger = subprocess.Popen(["sleep", "60"])
    (record.folder / "it").write_text(f"{stranger.pid} another-birth")

    record.stop("it")

    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_stopping_what_has_gone_does_nothing(record):
    process = start(record, "exit")
    waited(lambda: not process.is_alive, patience=10)

    process.ask_to_stop()
    process.see_it_stop(patience=0)
    record.stop("it", "never started")

    assert record.find("it") is None


def test_it_hears_no_ctrl_c_from_our_terminal(record):
    process = start(record, "exec sleep 60")

    assert os.getpgid(process.pid) != os.getpgid(0)
    record.stop("it", by=signal.SIGINT)


def test_a_process_that_ends_before_it_is_ready_is_told_with_its_log(record):
    process = start(record, "echo out of paper")

    with pytest.raises(Stop, match=r"The it did not start(.|\n)*out of paper"):
        expect(process, lambda: False, log=record.folder / "its.log", patience=10)


def test_waiting_ends_when_it_is_so_or_when_time_is_up():
    before = time.monotonic()

    assert waited(lambda: True, patience=10)
    assert not waited(lambda: False, patience=0.1)
    assert time.monotonic() - before < 5


def test_the_end_of_a_log_is_its_last_lines(tmp_path):
    log = tmp_path / "log"
    log.write_text("\n".join(map(str, range(100))))

    assert tail(log, lines=2) == "98\n99"


def test_nobody_has_a_number_that_was_never_given():
    assert birth(2**22 + 1) is None
    assert not Process("it", 2**22 + 1, "a birth").is_alive
    assert Path(f"/proc/{os.getpid()}").exists()
    assert birth(os.getpid())
