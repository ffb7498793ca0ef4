"""Parses XML with expat from the addresses on standard input and prints what it found: one JSON object a line."""
import json
import sys
import urllib.request
import xml.etree.ElementTree

for line in sys.stdin:
    url = line.strip()
    root = xml.etree.ElementTree.fromstring(urllib.request.urlopen(url).read())
    print(json.dumps({"url": url, "root": root.tag, "children": len(root)}))
