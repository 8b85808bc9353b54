"""What-if has to feel immediate, and size must not be a reason to leave an account out."""

import pytest

from tests.benchmarks.focus import LIMITS, time_tiering


@pytest.mark.slow
@pytest.mark.parametrize(("count", "name"), [(500, "tier 500 accounts"), (150_000, "tier 150,000 accounts")])
def test_tiering_is_fast_enough(count: int, name: str) -> None:
    """500 accounts in under 20 ms, 150,000 in under one second."""
    assert time_tiering(count, times=15 if count < 1000 else 3) < LIMITS[name]
