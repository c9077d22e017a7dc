"""The catalogue of messages, in Chinese and English.

A key is ``stage.name``; the messages of a stage stand in the module of that
name in this package and are loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from compliance.model.text import Text


def say(key: str, /, **values: Any) -> Text:
    """The message ``key`` in both languages, with its placeholders filled.

    Raises:
        KeyError: there is no such message.
    """
    stage, _, name = key.partition(".")
    catalogue: dict[str, tuple[str, str]] = import_module(f"{__name__}.{stage}").MESSAGES
    zh, en = catalogue[name]
    message = Text(zh, en)
    return message.format(**values) if values else message
