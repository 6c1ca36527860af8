"""PDFs: the text on their pages, and by OCR the text of scanned ones."""
