"""How often a test through the database is tried: a few examples, the same each time."""

from hypothesis import HealthCheck, Phase, settings


def few(examples: int) -> settings:
    """Return the settings of such a test."""
    return settings(
        max_examples=examples,
        phases=(Phase.explicit, Phase.generate),  # shrinking through a database takes hours
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )
