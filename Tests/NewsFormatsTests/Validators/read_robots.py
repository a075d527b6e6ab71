"""Prints what Python's own reader takes from the robots.txt on standard input."""

import sys
import urllib.robotparser

robots = urllib.robotparser.RobotFileParser()
robots.parse(sys.stdin.read().splitlines())
for question in sys.argv[1:]:
    agent, url = question.split(" ", 1)
    print("yes" if robots.can_fetch(agent, url) else "no")
for sitemap in robots.site_maps() or []:
    print(sitemap)
