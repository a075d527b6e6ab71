"""Checks the XML on standard input against the XSD that is named first; prints what is wrong."""

import sys

try:
    from lxml import etree
except ImportError:
    sys.exit(77)

document = etree.fromstring(sys.stdin.buffer.read())
schema = etree.XMLSchema(etree.parse(sys.argv[1]))
schema.validate(document)
for error in schema.error_log:
    print(f"{error.line}: {error.message}")
