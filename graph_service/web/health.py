"""Owns the two probes: is the process alive, and may it be sent requests. Knows the database by two callables only."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph_service.errors import ServiceError

CACHE_SECONDS = 5.0
Check = Callable[[], Awaitable[None]]
"""A check returns nothing when all is well, and raises otherwise: a `ServiceError` if it knows why."""

log = structlog.get_logger("graph_service.health")


@dataclass(frozen=True, slots=True)
class Readiness:
    """What must hold before requests are served: the database answers, and its migrations are current."""

    verify_connectivity: Check
    migrations_current: Check


class CachedCheck:
    """A check that is run at most once in some seconds, however many ask, and never twice at a time."""

    def __init__(self, check: Check, seconds: float = CACHE_SECONDS, clock: Callable[[], float] = monotonic) -> None:
        self._check = check
        self._seconds = seconds
        self._clock = clock
        self._lock = asyncio.Lock()
        self._until: float | None = None
        self._outcome: dict[str, str] = {}

    async def outcome(self) -> dict[str, str]:
        """Return an empty map when all is well, else `{code, message, hint}`."""
        async with self._lock:
            if self._until is None or self._clock() >= self._until:
                self._outcome = await run_check(self._check)
                self._until = self._clock() + self._seconds
            return self._outcome


async def run_check(check: Check) -> dict[str, str]:
    """Run a check; return what is wrong as `{code, message, hint}`, without the words of unknown errors."""
    try:
        await check()
    except ServiceError as error:
        return {"code": error.code, "message": error.message, "hint": error.hint}
    except Exception:
        log.exception("check failed")
        return {"code": "INTERNAL", "message": "The check itself failed.", "hint": "Look into the log."}
    return {}


def health_routes(ready: Readiness) -> list[Route]:
    """Return `/livez` (the loop runs: 200) and `/readyz` (200, or 503 with what is wrong)."""
    connectivity = CachedCheck(ready.verify_connectivity)

    async def livez(_request: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def readyz(_request: Request) -> Response:
        checks = {"database": await connectivity.outcome()}
        if not checks["database"]:
            checks["migrations"] = await run_check(ready.migrations_current)
        wrong = {name: outcome for name, outcome in checks.items() if outcome}
        status = "not ready" if wrong else "ready"
        return JSONResponse({"status": status, "problems": wrong}, status_code=503 if wrong else 200)

    return [Route("/livez", livez, methods=["GET"]), Route("/readyz", readyz, methods=["GET"])]
