"""What a script does in place of the consolidation: reads every workbook of a folder, writes all rows into one table
and counts them by COUNTIFS. It checks nothing. `consolidate-openpyxl.py FOLDER OUT.xlsx`. Prints the seconds of
processor time."""

import os
import sys
import time

from openpyxl import Workbook, load_workbook

folder, out = sys.argv[1:3]
book = Workbook()
data = book.active
data.title = "Data"
units = []
for name in sorted(os.listdir(folder)):
    try:
        source = load_workbook(os.path.join(folder, name), data_only=True)
    except Exception:
        continue
    units.append(name)
    sheet = source["Phụ lục"] if "Phụ lục" in source.sheetnames else source.worksheets[0]
    for row in sheet.iter_rows(values_only=True):
        if any(value is not None for value in row):
            data.append([name, *row])
totals = book.create_sheet("Totals")
for index, name in enumerate(units, start=1):
    totals.append([name, f'=COUNTIFS(Data!A:A,A{index},Data!H:H,"Thực hiện")', f"=COUNTIFS(Data!A:A,A{index})"])
book.save(out)
print(time.process_time())
