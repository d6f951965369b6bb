"""All of it to statements: workbook, PDF and HTML."""
