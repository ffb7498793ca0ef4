"""Reads tables with pandas from the addresses on standard input, as anybody's script would, and prints what it found: one JSON object a line."""
import io
import json
import sys
import urllib.request

import pandas


def cell(value):
    return None if pandas.isna(value) else value.item() if hasattr(value, "item") else value


READERS = {
    # the quick parser of numbers, which is the default, may be off in the last of seventeen digits
    "csv": lambda url: pandas.read_csv(url, float_precision="round_trip"),
    "parquet": lambda url: pandas.read_parquet(io.BytesIO(urllib.request.urlopen(url).read())),
    "xlsx": lambda url: pandas.read_excel(io.BytesIO(urllib.request.urlopen(url).read()), sheet_name=0),
}

for line in sys.stdin:
    url = line.strip()
    try:
        table = READERS[url.rsplit(".", 1)[1]](url)
        rows = [[cell(value) for value in row] for row in table.itertuples(index=False)]
        print(json.dumps({"url": url, "columns": list(table.columns), "rows": rows}))
    except ImportError:
        print(json.dumps({"url": url, "missing": "a package that pandas reads it with (pyarrow or fastparquet)"}))
