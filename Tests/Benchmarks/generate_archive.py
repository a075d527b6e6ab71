#!/usr/bin/env python3
"""Generates an archive of news for benchmarks: the same bytes for the same arguments.

    generate_archive.py DIR COUNT [--tags 5000] [--seed 1] [--short]

Stories of about 6.7 KB, or of one paragraph with --short, with a summary, four tags from a Zipf distribution, one of ten sections and
one or two of fifty authors, twenty a day up to 2024-12-31.
"""
import argparse
import bisect
import datetime
import os
import random

SECTIONS = ["iran", "ekonomi", "politik", "dunia", "budaya", "olahraga", "sains", "energi",
            "opini", "daerah"]
SYLLABLES = ["ka", "bar", "wa", "ta", "ne", "ga", "ri", "mu", "la", "si", "pe", "me", "ran",
             "tu", "kan", "an", "di", "se", "ber", "ter", "ku", "do", "mi", "ha", "su"]


def words(rng, count):
    return ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(count)]


def zipf(rng, size):
    total, cumulative = 0.0, []
    for rank in range(1, size + 1):
        total += 1.0 / rank
        cumulative.append(total)
    return lambda: bisect.bisect_left(cumulative, rng.random() * total)


def body(rng, vocabulary, paragraphs):
    parts = []
    for number in range(paragraphs):
        text = rng.choices(vocabulary, k=rng.randint(70, 110))
        text[0] = text[0].capitalize()
        text[5] = f"**{text[5]}**"
        text[20] = f"*{text[20]}*"
        text[40] = f"[{text[40]}](https://example.org/{text[41]})"
        parts.append(" ".join(text) + ".")
        if number % 4 == 3:
            parts.append("## " + " ".join(rng.choices(vocabulary, k=5)).capitalize())
        if number % 5 == 4:
            parts.append("\n".join("- " + " ".join(rng.choices(vocabulary, k=8)) for _ in range(4)))
    return "\n\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("count", type=int)
    parser.add_argument("--tags", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    vocabulary = sorted(set(words(rng, 6000)))
    tags = sorted({f"tag {word}" for word in words(rng, options.tags * 3)})[: options.tags]
    rng.shuffle(tags)
    pick = zipf(rng, len(tags))
    bodies = [body(rng, vocabulary, 1 if options.short else rng.randint(9, 13))
              for _ in range(500)]
    content = os.path.join(options.folder, "Content")
    os.makedirs(content, exist_ok=True)
    with open(os.path.join(content, "site.yaml"), "w") as file:
        file.write("base_url: https://arsip.example\ntitle: Arsip\nlang: id\n"
                   "timezone: Asia/Jakarta\nper_page: 20\nfeeds:\n  items: 20\nsections: ["
                   + ", ".join(SECTIONS) + "]\n")
    end = datetime.datetime(2024, 12, 31, 23, 0)
    # A million articles reach back to 1998: the clocks of Jakarta have skipped no hour since 1964.
    step = min(72, 14_000_000 // options.count)
    for number in range(options.count):
        date = end - datetime.timedelta(minutes=step * (options.count - number))
        section = rng.choice(SECTIONS)
        folder = os.path.join(content, section, date.strftime("%Y/%m"))
        os.makedirs(folder, exist_ok=True)
        title = " ".join(rng.choices(vocabulary, k=8)).capitalize()
        summary = " ".join(rng.choices(vocabulary, k=22)).capitalize() + "."
        chosen = sorted({tags[pick()] for _ in range(4)})
        authors = sorted({f"Penulis {rng.randint(1, 50)}" for _ in range(rng.randint(1, 2))})
        with open(os.path.join(folder, f"berita-{number:07d}.md"), "w") as file:
            file.write(f"---\ntitle: {title}\ndate: {date:%Y-%m-%d %H:%M:%S}\nsummary: {summary}\n"
                       f"tags: [{', '.join(chosen)}]\nauthors: [{', '.join(authors)}]\n---\n\n")
            file.write(bodies[rng.randrange(len(bodies))])


if __name__ == "__main__":
    main()
