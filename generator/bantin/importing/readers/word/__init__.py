"""Word files (ECMA-376), as Word shows them; files of other word processors by way of LibreOffice."""
