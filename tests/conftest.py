"""Tests share one cache, apart from the user's own."""

from __future__ import annotations

import os
import tempfile

os.environ["COMPLIANCE_CACHE"] = tempfile.mkdtemp(prefix="compliance-test-cache-")
