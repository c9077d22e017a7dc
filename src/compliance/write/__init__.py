"""Audits in the output formats.

A writer is a function of the audits and the language:
``write(audits: Sequence[Audit | Unread], language: Language) -> str``.
"""

WRITERS: dict[str, str] = {
    "table": "compliance.write.table:write",
    "json": "compliance.write.json_audit:write",
    "sarif": "compliance.write.sarif:write",
    "junit": "compliance.write.junit:write",
    "markdown": "compliance.write.markdown:write",
    "html": "compliance.write.html:write",
    "codequality": "compliance.write.codequality:write",
    "github": "compliance.write.github:write",
}
