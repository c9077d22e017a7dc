"""Coded checks: what the relation language cannot say.

A check is a pure generator ``check(context) -> Iterator[Observation]`` that
yields one observation for each subject that it looked at, passed ones too.
"""

CHECKS: dict[str, str] = {
    name: f"compliance.checks.{module}:{name}"
    for module, names in {
        "tables": (
            "form_of_year", "tables_present", "rows_present", "labels_as_form",
        ),
        "figures": ("blanks", "totals_filled", "whole_counts", "amount_unit"),
        "short_lists": ("short_by_a_slip",),
        "heads": ("headers_as_form", "year_of_column", "units_filled"),
        "writing": ("signs_in_place", "figures_plain"),
        "sections": (
            "sections_present", "sections_in_order", "section_numbering", "heading_wording",
        ),
        "contents": ("contents_announced",),
        "matters": (
            "overview_parts", "accountability_words", "problems_not_empty",
            "problems_with_measures", "fee_mentioned", "fee_amount",
        ),
        "faces": (
            "same_figures", "same_filling", "same_rows", "same_sections", "same_statements",
            "same_facts",
        ),
        "period": ("period",),
        "wording": (
            "title_form", "legal_basis_of_era", "template_residue", "stale_year",
            "generic_voice", "one_measure_word", "year_in_preamble",
        ),
        "year_told": ("year_of_opening",),
        "personal": ("personal_data", "mobile_numbers", "contact", "where_published"),
        "power": ("rules_without_power",),
        "words": ("word_list", "doubled_words", "broken_words", "paragraph_ends"),
        "dates": (
            "published_in_time", "signed_after_period", "signed_not_after_published",
            "published_after_period",
        ),
    }.items()
    for name in names
}
"""Name used in ``code:`` → ``package.module:function``."""
