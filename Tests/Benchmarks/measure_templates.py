#!/usr/bin/env python3
"""Measures the template engine, and MiniJinja beside it when its wheel is installed.

    measure_templates.py PROGRAM

Both render the templates of Templates/ from the same data; both must print `expected.out` first.
They take turns, and all times are those that the thread computed, so that other programs on the
machine disturb the ratios little.
"""
import json
import os
import statistics
import subprocess
import sys
import time

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Templates")
NAMES = ["article", "listing", "loops"]
GOALS = {"article": 15, "listing": 300, "loops": 900}
ROUNDS = 3
# MiniJinja escapes `/` as well, and writes quotes with other entities; both mean the same.
ENTITIES = [("&#x2f;", "/"), ("&#x27;", "&#39;"), ("&quot;", "&#34;")]


def measure_warta(program):
    folders = [os.path.join(FOLDER, name) for name in NAMES]
    lines = subprocess.run([program, "templates", *folders], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    rows = [line.split("\t") for line in lines]
    return {row[0]: [float(value) for value in row[1:]] for row in rows}


class MiniJinja:
    """One benchmark in the wheel."""

    def __init__(self, name):
        import minijinja
        self.name = name
        folder = os.path.join(FOLDER, name)
        sources = {file: open(os.path.join(folder, file), encoding="utf-8").read()
                   for file in os.listdir(folder) if file.endswith(".html")}
        self.environment = minijinja.Environment(templates=sources)
        with open(os.path.join(folder, "context.json"), encoding="utf-8") as file:
            self.context = json.load(file)
        with open(os.path.join(folder, "expected.out"), encoding="utf-8") as file:
            self.expected = file.read()

    def render(self):
        return self.environment.render_template(self.name + ".html", **self.context)

    def check(self):
        text = self.render()
        for theirs, ours in ENTITIES:
            text = text.replace(theirs, ours)
        expected = self.expected
        for theirs, ours in ENTITIES:
            expected = expected.replace(theirs, ours)
        # A trailing line break is the template's last byte, which engines keep or drop by option.
        if text.rstrip("\n") != expected.rstrip("\n"):
            sys.exit(f"error: MiniJinja prints something else for '{self.name}'")

    def measure(self, batch=0.02):
        runs = 1
        while self.batch(runs) < batch:
            runs *= 2
        return statistics.median(self.batch(runs) for _ in range(9)) / runs * 1e6

    def batch(self, runs):
        start = time.thread_time()
        for _ in range(runs):
            self.render()
        return time.thread_time() - start


def peers():
    try:
        made = {name: MiniJinja(name) for name in NAMES}
    except ImportError:
        return {}
    for peer in made.values():
        peer.check()
    return made


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    compared = peers()
    rounds = []
    for _ in range(ROUNDS):
        warta = measure_warta(sys.argv[1])
        rounds.append((warta, {name: peer.measure() for name, peer in compared.items()}))
    print("| template | µs | goal | allocations | second thread costs | MiniJinja µs | ratio |")
    print("|---|---|---|---|---|---|---|")
    for name in NAMES:
        alone = statistics.median(warta[name][0] for warta, _ in rounds)
        allocations = rounds[-1][0][name][1]
        loss = statistics.median(warta[name][2] / warta[name][0] - 1 for warta, _ in rounds)
        theirs = ratio = "-"
        if compared:
            theirs = f"{statistics.median(times[name] for _, times in rounds):.0f}"
            ratio = statistics.median(warta[name][0] / times[name] for warta, times in rounds)
            ratio = f"{ratio:.2f}"
        print(f"| {name} | {alone:.1f} | {GOALS[name]} | {allocations:.1f} | {loss:+.0%} "
              f"| {theirs} | {ratio} |")
    if not compared:
        print("\nMiniJinja is not installed: `pip install minijinja` adds it to the table.")


if __name__ == "__main__":
    main()
