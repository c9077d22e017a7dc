"""Tests share one cache, apart from the user's own, and leave none behind."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ["COMPLIANCE_CACHE"] = tempfile.mkdtemp(prefix="compliance-test-cache-")
atexit.register(shutil.rmtree, os.environ["COMPLIANCE_CACHE"], ignore_errors=True)
