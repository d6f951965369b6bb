"""A stream of messages: each acknowledged singly, once it is durable, while the request goes on."""

import json
import threading

import pytest

from benchmarks.serving import Sender, ask, free_port, served, start
from tanlu.connect.folder import read_folder, write_folder
from tanlu.workflow.open import bundled

PATH = "/api/v1/parks/minimal/readings"


@pytest.fixture
def folder(tmp_path):
    write_folder(read_folder(bundled("minimal")), tmp_path / "data" / "p")
    return tmp_path / "data"


def message(number, key=""):
    at = 1740787200 + 900 * number
    line = {"channel": "m-power", "at": at, "value": number + 0.5}
    return json.dumps({**line, "key": key} if key else line) + "\n"


def test_a_message_is_acknowledged_while_the_request_is_open(folder):
    with served(folder) as port:
        sender = Sender(port, "p")
        sender.send(message(0, "a"))
        answers = sender.answers()
        assert next(answers) == {"line": 1, "seq": 1}
        assert sender.status == 200
        sender.send(message(1, "b") + message(0, "a") + "nothing\n" + message(9, "a"))
        assert next(answers) == {"line": 2, "seq": 2}
        assert next(answers) == {"line": 3, "seq": 1, "replayed": True}
        faulty = next(answers)
        assert (faulty["line"], faulty["faults"][0]["code"]) == (4, "not_json")
        assert next(answers)["faults"][0]["code"] == "readings_key_reused"
        sender.send('{"channel": "new", "at": "2025-03-01", "value": 1}')
        sender.end()
        assert next(answers) == {"line": 6, "seq": 3, "undeclared": True}
        assert list(answers) == []
        status, found = ask(port, f"{PATH}?channel=m-power")
        assert status == 200
        assert [row["value"] for row in found["rows"]] == [0.5, 1.5]
        sender.close()


def test_streams_beside_each_other_lose_nothing(folder):
    many, streams = 400, 4

    def run(port, first, seen):
        sender = Sender(port, "p")
        sender.send("".join(message(first + n) for n in range(many)))
        sender.end()
        seen.extend(answer["seq"] for answer in sender.answers())
        sender.close()

    with served(folder) as port:
        seen = [[] for _ in range(streams)]
        threads = [
            threading.Thread(target=run, args=(port, n * many, seen[n])) for n in range(streams)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        numbers = [seq for part in seen for seq in part]
        assert all(part == sorted(part) for part in seen)
        assert sorted(numbers) == list(range(1, many * streams + 1))
        _, found = ask(port, f"{PATH}?channel=m-power")
        assert [row["value"] for row in found["rows"]] == [n + 0.5 for n in range(many * streams)]


def test_a_stream_that_may_not_come_in(folder):
    with served(folder) as port:
        plain = {"Content-Type": "text/plain"}
        assert ask(port, f"{PATH}/stream", "POST", "x", plain)[0] == 403
        lines = {"Content-Type": "application/x-ndjson"}
        assert ask(port, "/api/v1/parks/no/readings/stream", "POST", "x", lines)[0] == 404
        foreign = {**lines, "Host": "evil.example"}
        assert ask(port, f"{PATH}/stream", "POST", "x", foreign)[0] == 421
        status, content = ask(port, f"{PATH}/stream", "POST", "x" * 100_000, lines)
        assert status == 200
        assert json.loads(content)["faults"][0]["code"] == "not_json"


@pytest.mark.slow
def test_what_was_acknowledged_outlives_kill_9(folder):
    acknowledged, number = {}, 0
    for round_ in range(5):
        port = free_port()
        process = start(folder, port)
        sender = Sender(port, "p")

        def push(sender=sender, first=number):
            try:
                for n in range(first, first + 1500):
                    sender.send(message(n, f"k{n}"))
            except OSError:
                pass

        thread = threading.Thread(target=push)
        thread.start()
        target = 40 * (round_ + 1)
        got = 0
        try:
            for answer in sender.answers():
                acknowledged[number + answer["line"] - 1] = answer["seq"]
                got += 1
                if got == target:
                    process.kill()
        except (OSError, ValueError):
            pass
        process.wait()
        thread.join()
        sender.close()
        number += 1500
    assert len(acknowledged) >= 5 * 40
    with served(folder) as port:
        _, found = ask(port, f"{PATH}?channel=m-power&limit=1000000")
        stored = [row["value"] for row in found["rows"]]
        assert len(stored) == len(set(stored))
        assert {n + 0.5 for n in acknowledged} <= set(stored)
        again = list(acknowledged.items())[:50]
        sender = Sender(port, "p")
        sender.send("".join(message(n, f"k{n}") for n, _ in again))
        sender.end()
        assert [answer["seq"] for answer in sender.answers()] == [seq for _, seq in again]
        sender.close()
