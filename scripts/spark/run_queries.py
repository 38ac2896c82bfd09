"""Runs every query of a ledger on Spark: spark-submit run_queries.py LEDGER RESULTS [NAME…]

LEDGER is the folder that `phuluc consolidate --ledger` wrote, on storage that every worker reads. For each file
sql/NAME.sql a file RESULTS/NAME.json is written: one line a row, a list of its values in the order of the columns.
"""

import json
import os
import re
import sys
from datetime import date, datetime
from decimal import Decimal

from pyspark.sql import SparkSession


def to_json_value(value):
    """Whole numbers as they are, days as ISO text: as the other engines give them."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value


def open_tables(spark, ledger):
    """Runs the ledger's own script for Spark, with the folder in place of the one it names."""
    with open(os.path.join(ledger, "sql", "mo", "spark.sql"), encoding="utf-8") as file:
        script = file.read()
    script = re.sub(r"^--.*$", "", script, flags=re.MULTILINE)
    place = re.compile(r"path '(?:[^']|'')*?/tables/")
    escaped = ledger.replace("\\", "\\\\").replace("'", "\\'")
    for statement in filter(None, map(str.strip, script.split(";"))):
        spark.sql(place.sub(lambda _: f"path '{escaped}/tables/", statement))


def main(ledger, results, names):
    spark = SparkSession.builder.appName("phuluc-totals").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    ledger = os.path.abspath(ledger)
    open_tables(spark, ledger)
    folder = os.path.join(ledger, "sql")
    names = names or sorted(name[:-4] for name in os.listdir(folder) if name.endswith(".sql"))
    os.makedirs(results, exist_ok=True)
    for name in names:
        with open(os.path.join(folder, f"{name}.sql"), encoding="utf-8") as file:
            query = file.read()
        with open(os.path.join(results, f"{name}.json"), "w", encoding="utf-8") as file:
            for row in spark.sql(query).toLocalIterator():
                values = [to_json_value(value) for value in row]
                file.write(json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n")
    # How many processes did the work: one line a worker, without the driver.
    executors = spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()
    print(f"executors: {len(executors) - 1}")
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
