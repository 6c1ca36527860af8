"""RENDER: office files: workbooks (.xlsx) and documents (.docx) of ECMA-376, the same bytes from the same content."""
