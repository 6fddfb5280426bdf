"""One class per cause; each carries a stable code, a hint that says what to do next, and an exit code."""

from typing import ClassVar

EXIT_OK = 0
EXIT_USAGE = 2
EXIT_SET_ASIDE = 3
EXIT_UNREACHABLE = 4


class ServiceError(Exception):
    """Root of all errors that a user can act on.

    `code` is stable and part of the API; `hint` is one sentence that says what to do next.
    """

    code: ClassVar[str] = "INTERNAL"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ServiceError):
    """The caller asked for something that cannot be meant."""

    code = "BAD_INPUT"
    exit_code = EXIT_USAGE


class NotFoundError(ServiceError):
    """Nothing with this id or name is visible to the caller; forbidden and unknown answer alike."""

    code = "NOT_FOUND"
    exit_code = EXIT_USAGE


class AmbiguousNameError(ServiceError):
    """A name fits several people or accounts; the message lists them."""

    code = "AMBIGUOUS"
    exit_code = EXIT_USAGE


class DatabaseUnreachableError(ServiceError):
    """No Neo4j answers where one was expected, or it refuses the credentials."""

    code = "DATABASE_UNREACHABLE"
    exit_code = EXIT_UNREACHABLE


class SchemaOutdatedError(ServiceError):
    """The database has pending or changed migrations, so serving would be unsafe."""

    code = "MIGRATIONS_PENDING"
    exit_code = EXIT_UNREACHABLE


class LocalDatabaseError(ServiceError):
    """The local Neo4j cannot be fetched, started or stopped."""

    code = "LOCAL_DATABASE"
    exit_code = EXIT_UNREACHABLE


class CatalogError(ServiceError):
    """A `.cypher` file breaks the rules of the catalog; a mistake of ours, found at start."""

    code = "CATALOG"


class QuestionError(ServiceError):
    """A question or a playbook condition cannot be parsed or does not type-check."""

    code = "BAD_QUESTION"
    exit_code = EXIT_USAGE


class PlaybookError(ServiceError):
    """A playbook file is wrong; names file, line, key and the allowed values."""

    code = "BAD_PLAYBOOK"
    exit_code = EXIT_USAGE


class SourceError(ServiceError):
    """A source as a whole cannot be read: missing, no rights, not what it claims to be."""

    code = "BAD_SOURCE"
    exit_code = EXIT_USAGE
