"""Tests of the relation language."""
