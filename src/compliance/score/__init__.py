"""From results to a score with a receipt, and to the verdict of the gate."""

MODELS: dict[str, str] = {
    "weighted": "compliance.score.weighted:score",
    "deduction": "compliance.score.deduction:score",
    "flat": "compliance.score.xccdf:flat",
    "default": "compliance.score.xccdf:default",
}
