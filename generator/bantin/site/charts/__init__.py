"""PLAN: charts of the register: the page of statistics, and the page of agencies that sign with each other."""

from bantin.site.charts.cooperation import cooperation_page
from bantin.site.charts.statistics import statistics_page

__all__ = ["cooperation_page", "statistics_page"]
