"""Prints elements and attributes that html5lib finds in each of the fragments on standard input.

The input is a JSON list of fragments; the output is a JSON list of two lists each: the names of
the elements, and `name=value` of the attributes.
"""

import json
import sys

try:
    import html5lib
except ImportError:
    sys.exit(77)


def read(fragment):
    tree = html5lib.parseFragment(fragment, treebuilder="etree", namespaceHTMLElements=False)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)][1:]
    names = [element.tag for element in elements]
    values = [f"{name}={value}" for element in elements for name, value in element.items()]
    return [names, values]


json.dump([read(fragment) for fragment in json.load(sys.stdin)], sys.stdout)
