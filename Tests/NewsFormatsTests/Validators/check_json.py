"""Checks the JSON on standard input against the JSON Schema that is named first."""

import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
validator = jsonschema.Draft202012Validator(
    schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
for error in validator.iter_errors(json.load(sys.stdin)):
    print(f"{error.json_path}: {error.message}")
