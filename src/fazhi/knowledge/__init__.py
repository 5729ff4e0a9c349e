"""
What is known of the world beside the report: places and their years, laws and document numbers.
"""

from fazhi.knowledge.document_numbers import DocumentNumber, read_document_number
from fazhi.knowledge.laws import Instrument, resolve
from fazhi.knowledge.naming import mentions
from fazhi.knowledge.regions import find_region, successors


__all__ = [
    "DocumentNumber",
    "Instrument",
    "find_region",
    "mentions",
    "read_document_number",
    "resolve",
    "successors",
]
