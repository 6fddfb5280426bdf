"""Probes: alive as long as the loop turns, ready only with a database that answers and current migrations."""

import httpx
from starlette.applications import Starlette

from graph_service.errors import DatabaseUnreachableError, SchemaOutdatedError
from graph_service.web.health import CachedCheck, Readiness, health_routes


class Check:
    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.calls = 0

    async def __call__(self) -> None:
        self.calls += 1
        if self.error:
            raise self.error


async def get(ready: Readiness, path: str) -> httpx.Response:
    app = Starlette(routes=health_routes(ready))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        return await client.get(path)


async def test_alive_even_without_a_database() -> None:
    response = await get(Readiness(Check(DatabaseUnreachableError("gone")), Check()), "/livez")
    assert (response.status_code, response.json()) == (200, {"status": "alive"})


async def test_ready_when_both_checks_pass() -> None:
    response = await get(Readiness(Check(), Check()), "/readyz")
    assert (response.status_code, response.json()) == (200, {"status": "ready", "problems": {}})


async def test_not_ready_says_what_to_do() -> None:
    migrations = Check()
    ready = Readiness(Check(DatabaseUnreachableError("No database answers.", "Start it.")), migrations)
    response = await get(ready, "/readyz")
    assert response.status_code == 503
    problem = response.json()["problems"]["database"]
    assert problem == {"code": "DATABASE_UNREACHABLE", "message": "No database answers.", "hint": "Start it."}
    assert migrations.calls == 0


async def test_pending_migrations_are_not_ready() -> None:
    response = await get(Readiness(Check(), Check(SchemaOutdatedError("2 pending", "Run them."))), "/readyz")
    assert (response.status_code, response.json()["problems"]["migrations"]["code"]) == (503, "MIGRATIONS_PENDING")


async def test_the_words_of_an_unknown_error_stay_inside() -> None:
    response = await get(Readiness(Check(RuntimeError("hush")), Check()), "/readyz")
    assert response.status_code == 503
    assert "hush" not in response.text


async def test_connectivity_is_asked_once_in_five_seconds() -> None:
    now = [100.0]
    check = Check()
    cached = CachedCheck(check, clock=lambda: now[0])
    for moment in (100.0, 104.9, 105.0, 109.9):
        now[0] = moment
        assert await cached.outcome() == {}
    assert check.calls == 2


async def test_a_failure_is_remembered_and_then_asked_again() -> None:
    now = [0.0]
    check = Check(DatabaseUnreachableError("gone"))
    cached = CachedCheck(check, clock=lambda: now[0])
    assert (await cached.outcome())["code"] == "DATABASE_UNREACHABLE"
    check.error, now[0] = None, 5.0
    assert await cached.outcome() == {}
