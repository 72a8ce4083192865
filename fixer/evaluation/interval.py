"""How sure a measured share is."""

from __future__ import annotations

from math import sqrt


def wilson(right: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a share (E. B. Wilson, JASA 22, 1927); 0..1 without observations."""
    if not n:
        return 0.0, 1.0
    share = right / n
    middle = share + z * z / (2 * n)
    margin = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return max(0.0, (middle - margin) / scale), min(1.0, (middle + margin) / scale)


def share(part: int, whole: int) -> float | None:
    """None of nothing."""
    return part / whole if whole else None
