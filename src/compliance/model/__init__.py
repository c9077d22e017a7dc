"""The plain data that every stage shares.

Every class here is a standard-library dataclass: it imports in a few
milliseconds, and ``compliance.model.validation`` turns the same definitions
into pydantic validators and JSON Schemas when input has to be checked.
Attribute docstrings are the descriptions an editor shows.
"""
