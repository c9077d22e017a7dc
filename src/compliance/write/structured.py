"""A structured report as YAML or JSON text."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any


def to_json(data: dict[str, Any]) -> str:
    """JSON; a figure with decimals is a text, so that its decimals as printed stay."""
    return json.dumps(_plain(data), ensure_ascii=False, indent=1)


def to_yaml(data: dict[str, Any]) -> str:
    """YAML, in the order of the keys, rows of cells on one line."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Block style, with lists of cells in flow style and long text as literal blocks."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    def row(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.SequenceNode:
        flat = all(not isinstance(item, (dict, list)) for item in value)
        return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flat)

    Dumper.add_representer(str, text)
    Dumper.add_representer(list, row)
    rendered: str = yaml.dump(_plain(data), Dumper=Dumper, allow_unicode=True, sort_keys=False,
                              width=1000)
    return rendered


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and value.as_tuple().exponent == 0
        return int(value) if whole else format(value, "f")
    return value
