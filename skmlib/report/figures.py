"""Every chart a notebook cell can show; import charts from here.

Each `draw_*` takes the results of a unit and returns a block: a `Figure` with caption and alt text, several of them, or
nothing where the sentence or table before it says that there are no data. All are one family (`drawing`, `row_layout`,
`legend`) and none computes a score.
"""

from skmlib.report.count_charts import draw_layanan, draw_profile
from skmlib.report.importance import draw_importance
from skmlib.report.performance_charts import draw_performance
from skmlib.report.recap_charts import draw_recap
from skmlib.report.score_charts import draw_groups, draw_unsur
from skmlib.report.stack_charts import draw_answers, draw_sentiment
from skmlib.report.trend_chart import draw_trend

__all__ = [
    "draw_answers",
    "draw_groups",
    "draw_importance",
    "draw_layanan",
    "draw_performance",
    "draw_profile",
    "draw_recap",
    "draw_sentiment",
    "draw_trend",
    "draw_unsur",
]
