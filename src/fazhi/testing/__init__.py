"""
What authors of plugins check themselves with: their formats' tables and the reports they read.

    from fazhi.testing import check_format, check_report

    def test_tables():
        check_format(fazhi_yunnan.ANNUAL_REPORT)
"""

from fazhi.testing.formats import check_format
from fazhi.testing.reports import ReportError, check_report


__all__ = ["ReportError", "check_format", "check_report"]
