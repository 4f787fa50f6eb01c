"""Reports of the Indonesian public-service satisfaction survey (SKM): the functions that notebooks call.

`read_survey` reads and checks the data of a unit and period, `summarise_survey` computes everything a report shows, and every
`*_table`, `*_text` and `draw_*` turns the results into what a reader sees. Names are loaded on first use, so that checking
data does not wait for what only reports need.
"""

from __future__ import annotations

import importlib
from typing import Any

_HOME = {
    "agreement_table": "report.agreement",
    "agreement_text": "report.agreement",
    "answers_table": "report.scores",
    "background_text": "report.collection",
    "bands_table": "report.bands",
    "change_table": "report.change",
    "change_text": "report.change",
    "comments_table": "report.explore",
    "conclusion_text": "report.closing",
    "contradictions_table": "report.contradictions",
    "disagreements_table": "report.agreement",
    "documentation_text": "report.closing",
    "draw_answers": "report.figures",
    "draw_groups": "report.figures",
    "draw_importance": "report.figures",
    "draw_layanan": "report.figures",
    "draw_performance": "report.figures",
    "draw_profile": "report.figures",
    "draw_recap": "report.figures",
    "draw_sentiment": "report.figures",
    "draw_trend": "report.figures",
    "draw_unsur": "report.figures",
    "executor_text": "report.collection",
    "extra_questions_table": "report.groups",
    "extremes_text": "report.scores",
    "findings_table": "report.quality",
    "follow_up_background_text": "report.realisation",
    "follow_up_cover": "report.opening",
    "followed_results_text": "report.realisation",
    "group_scores_tables": "report.groups",
    "groups_table": "report.explore",
    "ikm_text": "report.scores",
    "importance_table": "report.importance",
    "importance_text": "report.importance",
    "layanan_scores_table": "report.groups",
    "layanan_table": "report.profile",
    "legal_basis_text": "report.opening",
    "method_text": "report.collection",
    "mutu_table": "report.bands",
    "next_band_table": "report.next_band",
    "next_band_text": "report.next_band",
    "obstacles_text": "report.realisation",
    "performance_averages_table": "report.performance_tables",
    "performance_background_text": "report.performance_text",
    "performance_budget_table": "report.performance_budget",
    "performance_changes_table": "report.performance_tables",
    "performance_conclusion_text": "report.performance_text",
    "performance_cover": "report.performance_text",
    "performance_efficiency_text": "report.performance_budget",
    "performance_findings_table": "report.performance_printed",
    "performance_formula_text": "report.performance_text",
    "performance_history_table": "report.performance_tables",
    "performance_panel": "report.performance_text",
    "performance_printed_table": "report.performance_printed",
    "performance_scores_table": "report.performance_tables",
    "performance_sections": "report.performance_sections",
    "performance_sources_tables": "report.performance_printed",
    "performance_staff_table": "report.performance_text",
    "performance_targets_table": "report.performance_tables",
    "place_text": "report.collection",
    "plan_table": "report.follow_up",
    "previous_plan_table": "report.follow_up",
    "priorities_text": "report.closing",
    "processed_table": "report.inputs",
    "profile_tables": "report.profile",
    "publication_poster": "report.publication",
    "questionnaire_table": "report.inputs",
    "read_performance": "survey.performance",
    "read_recap": "survey.recap",
    "read_survey": "survey.dataset",
    "realised_panel": "report.realisation",
    "realised_table": "report.follow_up",
    "realised_text": "report.follow_up",
    "recap_background_text": "report.recap_text",
    "recap_conclusion_text": "report.recap_closing",
    "recap_cover": "report.recap_text",
    "recap_distances_table": "report.recap_scores",
    "recap_evidence_text": "report.recap_closing",
    "recap_findings_table": "report.recap_printed",
    "recap_means_table": "report.recap_scores",
    "recap_means_text": "report.recap_text",
    "recap_method_text": "report.recap_text",
    "recap_panel": "report.recap_text",
    "recap_plans_table": "report.recap_tables",
    "recap_printed_table": "report.recap_printed",
    "recap_questions_table": "report.recap_tables",
    "recap_ranking_table": "report.recap_scores",
    "recap_scores_table": "report.recap_scores",
    "recap_sources_tables": "report.recap_closing",
    "recap_units_table": "report.recap_tables",
    "recap_units_text": "report.recap_analysis",
    "recap_unsur_analysis": "report.recap_analysis",
    "reliability_table": "report.quality",
    "report_cover": "report.opening",
    "respondents_text": "report.profile",
    "responses_table": "report.explore",
    "rows_table": "report.quality",
    "sample_table": "report.collection",
    "schedule_table": "report.collection",
    "sentiment_overall_table": "report.sentiment",
    "sentiment_table": "report.sentiment",
    "sentiment_text": "report.sentiment",
    "signature": "report.closing",
    "sources_tables": "report.inputs",
    "strengths_text": "report.closing",
    "summarise_recap": "survey.recap_summary",
    "summarise_survey": "survey.summary",
    "summary_panel": "report.closing",
    "trend_table": "report.trend",
    "trend_text": "report.trend",
    "unmatched_actions_table": "report.realisation",
    "unsur_analysis": "report.sentiment",
    "unsur_change_table": "report.trend",
    "unsur_scores_table": "report.scores",
    "unsur_table": "report.collection",
}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    """Load a public name from the module that holds it."""
    if name not in _HOME:
        raise AttributeError(f"module 'skmlib' has no attribute {name!r}")
    return getattr(importlib.import_module(f"skmlib.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """List the public names."""
    return list(__all__)
