"""Each of the project's own lints fires on what it forbids and stays silent beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools import (
    lint,
    lint_clock,
    lint_inline_cypher,
    lint_names,
    lint_requirements,
    lint_size,
    lint_statements,
    lint_traces,
)
from tools.sources import Finding, Source, read_sources

Check = Callable[[Source], Iterator[Finding]]
PLACE = "graph_service/web/x.py"
CYPHER = "cypher/read/x.cypher"


def fires(check: Check, text: str, place: str = PLACE) -> bool:
    return bool(list(check(Source(place, text))))


@pytest.mark.parametrize(
    "text",
    [
        'query = "MATCH (n:Account) RETURN n"',
        'query = "match (n:Account) return n"',
        'query = f"MATCH {pattern} RETURN n"',
        'query = "MATCH " + pattern',
        'query = "UNWIND $rows AS row"',
        'run("MERGE (n {uid: 1})")',
        'query = "CALL db.indexes()"',
        'query = "n IS NULL DETACH DELETE n"',
        'query = """\n  OPTIONAL MATCH path = (a)\n"""',
        'pattern = "-[:KNOWS]->"',
        'query = "LOAD CSV FROM x"',
    ],
)
def test_inline_cypher_is_refused(text: str) -> None:
    assert fires(lint_inline_cypher.check, text)


@pytest.mark.parametrize(
    "text",
    [
        '"""MATCH (n) is written in a file."""',
        'message = "no accounts match (see the list)"',
        'message = "create (or pick) a workspace"',
        'message = "return the book as agreed"',
    ],
)
def test_plain_words_are_no_cypher(text: str) -> None:
    assert not fires(lint_inline_cypher.check, text)


@pytest.mark.parametrize("place", ["graph_service/graph/ddl.py", "graph_service/query/render.py", "tests/x.py"])
def test_the_two_printers_and_tests_may_hold_cypher(place: str) -> None:
    assert not fires(lint_inline_cypher.check, 'query = "MATCH (n:Account) RETURN n"', place)


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import datetime\nnow = datetime.now()",
        "import datetime\nnow = datetime.datetime.now(datetime.UTC)",
        "import datetime as dt\nnow = dt.datetime.utcnow()",
        "from datetime import date as day\ntoday = day.today()",
        "import time\nstarted = time.time()",
        "from time import time as clock\nstarted = clock()",
        "from datetime import datetime\nmade = field(default_factory=datetime.now)",
    ],
)
def test_reading_the_clock_is_refused(text: str) -> None:
    assert fires(lint_clock.check, text)


@pytest.mark.parametrize(
    "text",
    [
        "import time\nstarted = time.monotonic()",
        "from datetime import datetime\nday = datetime.fromisoformat(text)",
        "from graph_service.clock import now\nmoment = now()",
        "moment = self.now()",
    ],
)
def test_times_that_are_given_are_fine(text: str) -> None:
    assert not fires(lint_clock.check, text)


def test_only_the_clock_module_reads_the_clock() -> None:
    text = "from datetime import datetime\nnow = datetime.now()"
    assert not fires(lint_clock.check, text, "graph_service/clock.py")


@pytest.mark.parametrize(
    "text", ["RETURN datetime()", "SET n.at = timestamp()", "RETURN date({timezone: 'UTC'})", "RETURN time.realtime()"]
)
def test_the_databases_clock_is_refused_but_for_locks(text: str) -> None:
    assert fires(lint_clock.check, text, CYPHER)
    assert not fires(lint_clock.check, text, "cypher/admin/lock_migrations.cypher")
    assert not fires(lint_clock.check, f"// about: {text}", CYPHER)


def test_cypher_may_read_a_time_it_is_given() -> None:
    assert not fires(lint_clock.check, "RETURN datetime($as_of), n.at.epochMillis", CYPHER)


def test_a_module_of_351_lines_is_refused() -> None:
    assert fires(lint_size.check, "x = 1\n" * 351)
    assert not fires(lint_size.check, "x = 1\n" * 350)


def test_a_function_of_46_lines_is_refused() -> None:
    assert fires(lint_size.check, "def f():\n" + "    x = 1\n" * 45)
    assert not fires(lint_size.check, "def f():\n" + "    x = 1\n" * 44)
    assert fires(lint_size.check, "class C:\n    async def f(self):\n" + "        x = 1\n" * 45)


def test_a_reason_raises_a_limit_to_what_it_says_and_no_further() -> None:
    reason = "# size: 400 lines, because it is one table\n"
    assert not fires(lint_size.check, reason + "x = 1\n" * 399)
    assert fires(lint_size.check, reason + "x = 1\n" * 400)
    assert fires(lint_size.check, "# size: 400 lines\n" + "x = 1\n" * 399)
    assert not fires(lint_size.check, "# size: 60 lines, because of one table\ndef f():\n" + "    x = 1\n" * 59)
    assert fires(lint_size.check, "# size: 60 lines, because of one table\ndef f():\n" + "    x = 1\n" * 60)


@pytest.mark.parametrize(
    "text",
    [
        "Statement(text, {}, 'x')",
        "query.Statement(text, {}, 'x')",
        "from graph_service.graph.query import Statement as S\nS(text, {}, 'x')",
    ],
)
def test_statements_are_made_in_graph_and_query_only(text: str) -> None:
    assert fires(lint_statements.check, text)
    assert not fires(lint_statements.check, text, "graph_service/graph/x.py")
    assert not fires(lint_statements.check, text, "graph_service/query/x.py")


@pytest.mark.parametrize(
    "place",
    [
        "graph_service/web/utils.py",
        "tests/helpers.py",
        "graph_service/common/x.py",
        "tools/date_utils.py",
        "tests/base.py",
    ],
)
def test_drawers_for_left_overs_are_refused(place: str) -> None:
    assert fires(lint_names.check, "", place)
    assert not fires(lint_names.check, "", "graph_service/domain/baseline.py")


def test_a_package_file_that_does_something_is_refused() -> None:
    assert fires(lint_names.check, "x = 1\n", "graph_service/web/__init__.py")
    assert not fires(lint_names.check, "", "graph_service/web/__init__.py")


@pytest.mark.parametrize(
    "text",
    [
        "path = '/home/someone/project'",
        "see /Users/someone/x",
        "/workspace/main",
        "/wo" + "rk/main",
        "pip install --index-url x",
        "https://pypi.org/simple",
        "https://repo1.maven.org/maven2",
        "-----BEGIN RSA PRIVATE KEY-----",
        "key = 'AKIA" + "A" * 16 + "'",
        "token = 'ghp_" + "a" * 36 + "'",
    ],
)
def test_traces_of_a_machine_and_secrets_are_refused_everywhere(text: str) -> None:
    assert fires(lint_traces.check, text, "docs/x.md")
    assert fires(lint_traces.check, text, "tests/unit/x.py")


@pytest.mark.parametrize(
    "text",
    ["https://intranet.acme.com/x", "bolt://someone:hidden@north.example", "someone@acme.com", "bolt://10.1.2.3"],
)
def test_hosts_logins_and_addresses_are_refused_outside_tests(text: str) -> None:
    assert fires(lint_traces.check, text, "docs/x.md")


@pytest.mark.parametrize(
    "text",
    [
        "http://127.0.0.1:8000/graphql",
        "https://north.example/a",
        "ana@north.example",
        "bolt://HOST:PORT",
        'f"https://www.{domain}"',
        "${HOME}/wo" + "rk/x",
        "docs/home/x",
    ],
)
def test_example_names_and_loopback_are_fine(text: str) -> None:
    assert not fires(lint_traces.check, text, "docs/x.md")


PIN = "anyio==4.16.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "--index-url https://mirror.example/simple\n",
        "--find-links wheels\n",
        "anyio @ https://mirror.example/anyio.whl\n",
        "anyio==4.16.0\n",
        "anyio>=4 \\\n",
        "# from https://mirror.example\n",
        "-e .\n",
    ],
)
def test_a_lock_with_a_host_or_a_loose_line_is_refused(text: str) -> None:
    assert not fires(lint_requirements.check, PIN, "requirements/dev.txt")
    assert fires(lint_requirements.check, PIN + text, "requirements/dev.txt")


def test_requirements_in_the_tree_name_no_host() -> None:
    sources = [source for source in read_sources() if source.place.startswith("requirements/")]
    assert {source.place for source in sources} >= {f"requirements/{n}" for n in ("runtime.txt", "dev.txt", "dev.in")}
    assert not [str(finding) for source in sources for finding in lint_requirements.check(source)]


def test_the_whole_tree_keeps_all_rules() -> None:
    assert not [str(finding) for finding in lint.findings(read_sources())]


def test_a_copy_without_git_is_checked_as_well(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "utils.py").write_text("")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "utils.py").write_text("")
    assert [source.place for source in read_sources(tmp_path)] == ["tools/utils.py"]
