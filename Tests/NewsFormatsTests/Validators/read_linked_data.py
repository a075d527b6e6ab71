"""Prints the JSON-LD that extruct finds in the page on standard input, as JSON."""

import json
import sys

try:
    import extruct
except ImportError:
    sys.exit(77)

page = sys.stdin.buffer.read().decode("utf-8")
found = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
json.dump(found, sys.stdout, ensure_ascii=False, sort_keys=True)
