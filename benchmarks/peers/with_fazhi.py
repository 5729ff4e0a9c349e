"""
fazhi itself: the whole parse, of which only the metrics and the region are compared.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from _serve import Item, Reading, serve

import fazhi


def read(text: str) -> Reading:
    """
    Return what a parse says.
    """
    report = fazhi.parse(text)
    region = report.meta.region
    items = [
        Item(
            start=metric.span.start,
            end=metric.span.end,
            value=str(metric.value),
            unit=metric.unit,
            bound=metric.bound,
            upper=None if metric.upper is None else str(metric.upper),
            label=metric.label,
        )
        for metric in report.metrics
    ]
    return Reading(items, region.name if region else None)


def installed() -> str:
    """
    Return the version, which a bare source tree does not know.
    """
    try:
        return version("fazhi")
    except PackageNotFoundError:
        return "from source"


if __name__ == "__main__":
    serve(installed(), ("items", "unit", "span", "bound", "label", "region"), read)
