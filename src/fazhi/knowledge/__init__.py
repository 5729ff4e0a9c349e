"""
What is known of the world beside the report: places, their codes and their years.
"""

from fazhi.knowledge.naming import mentions
from fazhi.knowledge.regions import find_region, successors


__all__ = ["find_region", "mentions", "successors"]
