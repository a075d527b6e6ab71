"""Prints what feedparser reads from the feed on standard input, as JSON."""

import calendar
import json
import sys

try:
    import feedparser
except ImportError:
    sys.exit(77)


def seconds(entry, name):
    time = entry.get(name + "_parsed")
    return calendar.timegm(time) if time else None


feed = feedparser.parse(sys.stdin.buffer.read())
entries = [
    {
        "id": entry.get("id", ""),
        "title": entry.get("title", ""),
        "link": entry.get("link", ""),
        "published": seconds(entry, "published"),
        "updated": seconds(entry, "updated"),
        "authors": [author.get("name", "") for author in entry.get("authors", [])],
        "tags": [tag["term"] for tag in entry.get("tags", [])],
        "content": entry["content"][0]["value"] if entry.get("content") else "",
        "pictures": [media["url"] for media in entry.get("media_content", [])],
    }
    for entry in feed.entries
]
json.dump(
    {
        "problem": str(feed.bozo_exception) if feed.bozo else "",
        "version": feed.version,
        "title": feed.feed.get("title", ""),
        "language": feed.feed.get("language", ""),
        "links": {link["rel"]: link["href"] for link in feed.feed.get("links", [])},
        "entries": entries,
    },
    sys.stdout,
)
