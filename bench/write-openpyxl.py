"""Writes the values of sheets from JSON, and nothing else of a workbook. `write-openpyxl.py SHEETS.json OUT.xlsx`.
Prints the seconds of processor time."""

import json
import sys
import time

from openpyxl import Workbook

source, out = sys.argv[1:3]
with open(source, encoding="utf-8") as file:
    sheets = json.load(file)
book = Workbook()
book.remove(book.active)
for name, rows in sheets.items():
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)
book.save(out)
print(time.process_time())
