"""What SARIF 2.1.0 requires of the parts that we write (sections in comments)."""

from __future__ import annotations

from typing import Any


def _closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "additionalProperties": False,
            "properties": {**properties, "properties": {"type": "object"}}}


def _list(items: dict[str, Any], unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": unique}


_TEXT = {"type": "string", "minLength": 1}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_INDEX = {"type": "integer", "minimum": 0}
_FROM_ONE = {"type": "integer", "minimum": 1}
_LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
_URI = {"type": "string", "pattern": r"^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-F]{2})*$"}

# 3.11 message, 3.12 multiformatMessageString
_MESSAGE = _closed(["text"], text=_TEXT, markdown=_TEXT)
# 3.4 artifactLocation
_ARTIFACT_LOCATION = _closed(["uri"], uri=_URI, uriBaseId=_TEXT, index=_INDEX)
# 3.30 region
_REGION = _closed(["startLine"], startLine=_FROM_ONE, startColumn=_FROM_ONE, endLine=_FROM_ONE,
                  endColumn=_FROM_ONE, snippet={"type": "object"})
# 3.28 location, 3.29 physicalLocation, 3.33 logicalLocation
_LOCATION = _closed(
    [], id=_INDEX, message=_MESSAGE,
    physicalLocation=_closed(["artifactLocation"], artifactLocation=_ARTIFACT_LOCATION,
                             region=_REGION),
    logicalLocations=_list(_closed(["fullyQualifiedName"], fullyQualifiedName=_TEXT,
                                   name=_TEXT, kind=_TEXT), unique=True),
)
# 3.49 reportingDescriptor
_RULE = _closed(
    ["id"], id=_TEXT, name=_TEXT, shortDescription=_MESSAGE, fullDescription=_MESSAGE,
    help=_MESSAGE, helpUri=_URI, defaultConfiguration=_closed([], level=_LEVEL),
)
# 3.35 suppression
_SUPPRESSION = _closed(["kind"], kind={"enum": ["inSource", "external"]}, justification=_TEXT,
                       status={"enum": ["accepted", "underReview", "rejected"]})
# 3.27 result: a level other than none goes with the kind fail only (3.27.10)
_RESULT = {
    **_closed(
        ["message", "ruleId", "level", "locations"], ruleId=_TEXT, ruleIndex=_INDEX,
        kind={"enum": ["fail"]}, level=_LEVEL, message=_MESSAGE, locations=_list(_LOCATION),
        partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
        suppressions=_list(_SUPPRESSION, unique=True),
        relatedLocations=_list(_LOCATION, unique=True),
        baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    ),
}
# 3.58 notification
_NOTIFICATION = _closed(
    ["message"], message=_MESSAGE, level=_LEVEL, locations=_list(_LOCATION, unique=True),
    associatedRule=_closed([], id=_TEXT, index=_INDEX),
)
# 3.20 invocation
_INVOCATION = _closed(["executionSuccessful"], executionSuccessful={"type": "boolean"},
                      toolExecutionNotifications=_list(_NOTIFICATION))
# 3.24 artifact; hash names as in the IANA registry (3.24.11)
_ARTIFACT = _closed([], location=_ARTIFACT_LOCATION, hashes={
    "type": "object", "properties": {"sha-256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}})
# 3.19 toolComponent
_DRIVER = _closed(
    ["name"], name=_TEXT, version=_TEXT, informationUri=_URI, rules=_list(_RULE, unique=True),
    language=_LANGUAGE, semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
)
# 3.14 run
_RUN = _closed(
    ["tool", "results"], tool=_closed(["driver"], driver=_DRIVER), language=_LANGUAGE,
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=_list(_ARTIFACT, unique=True), invocations=_list(_INVOCATION),
    results=_list(_RESULT),
)
# 3.13 sarifLog
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_closed(["version", "runs"], **{
        "$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"},
        "runs": _list(_RUN)}),
}
