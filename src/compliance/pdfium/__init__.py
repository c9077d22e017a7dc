"""PDF files through a native library, in a process of its own.

A PDF is read by native code that a hostile file may crash, stall or fill with
data. So :mod:`compliance.pdfium.worker` runs apart, with limits on time and
memory, imports nothing else of this project, and hands over only characters
and lines with their places.
"""
