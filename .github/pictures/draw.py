#!/usr/bin/env python3
"""Draws the pictures of Content/ from nothing but shapes and one palette.

    pip install pillow
    python3 .github/pictures/draw.py            # all pictures
    python3 .github/pictures/draw.py kazan rel  # only these

land.json holds coastlines of Natural Earth (public domain, 1:110m).
"""

import json
import math
import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parent.parent / "Content"
SCALE = 3  # drawn three times as large, then reduced, so that edges are smooth

PAPER, CREAM, SAND, DUNE = (243, 237, 224), (251, 247, 238), (228, 213, 184), (205, 182, 143)
INK, SLATE, MIST, SKY = (30, 41, 54), (74, 90, 102), (196, 208, 208), (170, 198, 203)
DEEP, TEAL, SEA = (24, 67, 79), (38, 104, 111), (92, 148, 152)
BRICK, ROSE, OCHRE, SUN = (174, 68, 48), (212, 138, 112), (211, 158, 62), (236, 196, 112)
GREEN, SAGE, PINE, BLUE = (62, 118, 92), (147, 170, 140), (34, 74, 64), (58, 90, 138)


def mix(a, b, t):
    """The colour a share `t` of the way from `a` to `b`."""
    return tuple(round(x + (y - x) * t) for x, y in zip(a, b))


class Sheet:
    """A picture in the making, measured in final pixels."""

    def __init__(self, width=1200, height=675, ground=PAPER):
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self.pen = ImageDraw.Draw(self.image)

    def _at(self, points):
        return [(x * SCALE, y * SCALE) for x, y in points]

    def shape(self, points, colour):
        self.pen.polygon(self._at(points), fill=colour)

    def box(self, x, y, w, h, colour, radius=0):
        area = [x * SCALE, y * SCALE, (x + w) * SCALE - 1, (y + h) * SCALE - 1]
        self.pen.rounded_rectangle(area, radius * SCALE, fill=colour)

    def disc(self, x, y, r, colour, ry=None):
        ry = ry or r
        self.pen.ellipse([(x - r) * SCALE, (y - ry) * SCALE, (x + r) * SCALE, (y + ry) * SCALE],
                         fill=colour)

    def ring(self, x, y, r, colour, width):
        self.pen.ellipse([(x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE],
                         outline=colour, width=round(width * SCALE))

    def wedge(self, x, y, r, start, end, colour):
        self.pen.pieslice([(x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE],
                          start, end, fill=colour)

    def line(self, points, colour, width):
        self.pen.line(self._at(points), fill=colour, width=round(width * SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, colour)

    def dashes(self, points, colour, width, dash, gap):
        """A broken line along `points`."""
        left, drawing, run = dash, True, [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            length = math.hypot(x1 - x0, y1 - y0)
            done = 0.0
            while length - done > left:
                done += left
                p = (x0 + (x1 - x0) * done / length, y0 + (y1 - y0) * done / length)
                if drawing:
                    self.line(run + [p], colour, width)
                run, drawing = [p], not drawing
                left = dash if drawing else gap
            left -= length - done
            run.append((x1, y1))
        if drawing and len(run) > 1:
            self.line(run, colour, width)

    def bands(self, top, bottom, upper, lower, steps=9):
        """A sky: flat bands of colour, not a gradient."""
        for i in range(steps):
            y = top + (bottom - top) * i / steps
            self.box(0, y, self.width, (bottom - top) / steps + 1,
                     mix(upper, lower, i / max(1, steps - 1)))

    def ridge(self, base, height, colour, seed, rough=5, foot=None):
        """A line of hills across the sheet."""
        rng = random.Random(seed)
        waves = [(rng.uniform(0.6, 1), rng.uniform(0.6, 1.2) * k, rng.uniform(0, 7))
                 for k in range(1, rough + 1)]
        foot = foot or self.height
        points = [(0, foot)]
        for x in range(0, self.width + 8, 8):
            t = x / self.width * 2 * math.pi
            s = sum(a / k ** 1.1 * math.sin(f * t + p)
                    for k, (a, f, p) in enumerate(waves, 1))
            points.append((x, base - height * s / 2))
        self.shape(points + [(self.width, foot)], colour)

    def save(self, path, colours=64, flecks=420):
        """Reduces, strews a few paper fibres and writes a small palette PNG."""
        image = self.image.resize((self.width, self.height), Image.LANCZOS)
        rng = random.Random(7)
        pixels = image.load()
        for _ in range(flecks):
            x, y = rng.randrange(self.width), rng.randrange(self.height)
            tone = rng.choice([CREAM, DUNE])
            for i in range(rng.randrange(1, 4)):
                if x + i < self.width:
                    pixels[x + i, y] = mix(pixels[x + i, y], tone, 0.35)
        image = reduce(image, colours)
        target = CONTENT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        image.save(target, optimize=True)
        print(f"{target.stat().st_size // 1024:4} KB  {path}")


def reduce(image, colours):
    """The image in its own most frequent colours, so that flat areas keep their exact tone."""
    chosen = []
    for _, colour in sorted(image.getcolors(1 << 24), key=lambda c: (-c[0], c[1])):
        if all(sum(abs(a - b) for a, b in zip(colour, other)) > 13 for other in chosen):
            chosen.append(colour)
            if len(chosen) == colours:
                break
    palette = Image.new("P", (1, 1))
    palette.putpalette([v for colour in chosen for v in colour])
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


# MARK: - Parts that several pictures share


def flag(sheet, x, y, w, h, stripes, phase=0.0, step=6):
    """A waving flag whose folds are flat shades."""
    rows = len(stripes)

    def lift(u):
        return 16 * u * math.sin(u * 6.5 + phase) + 10 * u

    for i in range(0, w, step):
        u0, u1 = i / w, min(1.0, (i + step) / w)
        slope = math.cos(u0 * 6.5 + phase)
        shade = round((slope + 1) * 4) / 8
        for r, colour in enumerate(stripes):
            tone = mix(mix(colour, INK, 0.22), mix(colour, CREAM, 0.10), shade)
            y0, y1 = y + h * r / rows, y + h * (r + 1) / rows
            sheet.shape([(x + i, y0 + lift(u0)), (x + i + step + 0.7, y0 + lift(u1)),
                         (x + i + step + 0.7, y1 + lift(u1)), (x + i, y1 + lift(u0))], tone)


IRAN = [GREEN, CREAM, BRICK]
RUSSIA = [CREAM, BLUE, BRICK]


def smooth(points, rounds=2):
    """Chaikin's corner cutting of a closed line."""
    for _ in range(rounds):
        cut = []
        for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]):
            cut += [(x0 * .75 + x1 * .25, y0 * .75 + y1 * .25),
                    (x0 * .25 + x1 * .75, y0 * .25 + y1 * .75)]
        points = cut
    return points


def curve(points, steps=16):
    """A Catmull-Rom curve through `points`."""
    p = [points[0]] + points + [points[-1]]
    out = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        for i in range(steps):
            t = i / steps
            out.append(tuple(
                0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t
                       + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3) for k in (0, 1)))
    return out + [points[-1]]


def projection(west, north, scale, middle):
    """Degrees to pixels, true at the latitude `middle`."""
    squeeze = math.cos(math.radians(middle))
    return lambda lon, lat: ((lon - west) * scale * squeeze, (north - lat) * scale)


def land(sheet, place, ground):
    """Land without borders: the pictures take no side in any of them."""
    for ring in json.loads((HERE / "land.json").read_text()):
        points = [place(lon, lat) for lon, lat in ring]
        sheet.shape(points, ground)
        sheet.line(points, ground, 1.1)


def stop(sheet, x, y, colour, r=9):
    sheet.disc(x, y, r + 4, CREAM)
    sheet.disc(x, y, r, colour)
    sheet.disc(x, y, r * 0.38, CREAM)


def water(sheet, top, bottom, colour, light, seed, lines=46):
    rng = random.Random(seed)
    sheet.box(0, top, sheet.width, bottom - top, colour)
    for _ in range(lines):
        t = rng.random() ** 1.4
        y = top + 6 + (bottom - top - 10) * t
        w = 24 + 120 * t * rng.random()
        x = rng.uniform(-40, sheet.width)
        sheet.line([(x, y), (x + w, y)], mix(colour, light, 0.25 + 0.3 * rng.random()), 1.4 + 2 * t)


# MARK: - The pictures


def bendera():
    s = Sheet(ground=MIST)
    s.bands(0, 560, mix(SKY, CREAM, 0.2), PAPER)
    s.disc(600, 420, 190, mix(SUN, PAPER, 0.45))
    s.ridge(520, 70, mix(SAGE, PAPER, 0.35), 3)
    s.ridge(575, 60, mix(SAGE, TEAL, 0.3), 5)
    s.ridge(630, 40, DEEP, 8)
    for x, stripes, phase in ((190, IRAN, 0.4), (655, RUSSIA, 1.1)):
        s.box(x - 10, 84, 9, 591, INK)
        s.disc(x - 5.5, 80, 12, OCHRE)
        flag(s, x, 108, 372, 246, stripes, phase)
    s.ridge(655, 26, INK, 12)
    return s


def pertemuan():
    s = Sheet(ground=mix(SAND, CREAM, 0.4))
    for i in range(8):
        s.box(40 + i * 142, 50, 122, 380, mix(SAND, CREAM, 0.62), 4)
    s.box(0, 468, 1200, 14, DUNE)
    s.box(0, 482, 1200, 193, mix(DUNE, BRICK, 0.25))
    s.shape([(190, 500), (1010, 500), (1140, 660), (60, 660)], BRICK)
    s.shape([(222, 512), (978, 512), (1090, 648), (110, 648)], mix(BRICK, INK, 0.25))
    s.shape([(246, 521), (954, 521), (1050, 638), (150, 638)], BRICK)
    for i in range(9):
        x = 250 + i * 87
        s.shape([(x, 552), (x + 22, 578), (x, 604), (x - 22, 578)], OCHRE if i % 2 else SAND)
    for x, stripes in ((520, IRAN), (668, RUSSIA)):
        s.box(x + 4, 110, 7, 372, INK)
        s.disc(x + 7.5, 106, 9, OCHRE)
        s.disc(x + 7.5, 482, 30, INK, 8)
        for r, colour in enumerate(stripes):  # hanging cloth: stripes become folds
            a = x + 8 - r * 24 if x < 600 else x + 8 + r * 24
            side = -1 if x < 600 else 1
            s.shape([(x + 8, 122), (x + 8 + side * 10, 122), (a + side * 34, 372 - r * 26),
                     (a, 384 - r * 20)], mix(colour, INK, 0.06 + 0.05 * r))
    for x, flip in ((180, 1), (1020, -1)):
        def px(v):
            return x + v * flip
        dark, mid = DEEP, TEAL
        s.shape([(px(0), 262), (px(66), 250), (px(92), 500), (px(20), 520)], dark)
        s.shape([(px(66), 250), (px(86), 256), (px(112), 486), (px(92), 500)], mid)
        s.shape([(px(20), 452), (px(250), 446), (px(262), 500), (px(20), 512)], mid)
        s.shape([(px(14), 398), (px(226), 390), (px(232), 420), (px(14), 430)], dark)
        s.shape([(px(206), 418), (px(232), 418), (px(248), 520), (px(222), 524)], dark)
        s.shape([(px(14), 428), (px(60), 428), (px(60), 530), (px(14), 540)], dark)
        for leg in (30, 232):
            s.shape([(px(leg), 520), (px(leg + 14), 518), (px(leg + 10), 574), (px(leg + 2), 576)], INK)
    s.disc(600, 486, 128, INK, 24)
    s.disc(600, 478, 128, OCHRE, 24)
    s.disc(600, 478, 112, mix(OCHRE, CREAM, 0.25), 19)
    s.box(590, 500, 20, 80, INK)
    s.disc(600, 584, 62, INK, 11)
    for x in (528, 672):
        s.disc(x, 478, 22, CREAM, 7)
        s.box(x - 12, 458, 24, 20, CREAM, 5)
        s.disc(x, 459, 12, mix(BRICK, INK, 0.3), 4)
    s.shape([(584, 476), (616, 476), (608, 424), (592, 424)], BLUE)
    for dx, dy, colour in ((-26, -46, ROSE), (0, -66, BRICK), (26, -46, ROSE), (-12, -34, SUN), (14, -30, SUN)):
        s.line([(600, 426), (600 + dx, 424 + dy + 14)], PINE, 3)
        s.disc(600 + dx, 424 + dy, 13, colour)
    return s


def koridor():
    s = Sheet(ground=SEA)
    place = projection(-6, 64.5, 14.2, 42)
    for w, t in ((26, 0.12), (14, 0.22)):
        for ring in json.loads((HERE / "land.json").read_text()):
            s.line([place(*p) for p in ring], mix(SEA, CREAM, t), w)
    land(s, place, mix(SAND, CREAM, 0.25))
    grid = mix(SAND, DUNE, 0.28)
    for lon in range(-10, 120, 10):
        s.line([place(lon, 70), place(lon, 10)], grid, 0.8)
    for lat in range(10, 70, 10):
        s.line([place(-10, lat), place(115, lat)], grid, 0.8)
    volga = [(33, 57), (36, 56.9), (38.5, 58), (41, 57.5), (44, 56.3), (47, 56.1), (49, 55.7), (49.3, 53.6),
             (48.6, 53.2), (46, 51.5), (44.6, 48.7), (46.5, 47.5), (48.0, 46.3)]
    s.line(curve([place(*p) for p in volga]), mix(SEA, SKY, 0.3), 3)
    main = [(72.8, 18.9), (66, 21.5), (60, 24.6), (57.2, 25.9), (56.3, 27.2)]
    west = [(56.3, 27.2), (55, 30), (51.4, 35.7), (49.6, 37.3), (49.9, 40.4), (47.6, 42.9), (48.0, 46.3),
            (45, 51), (37.6, 55.7), (30.3, 59.9)]
    sea = [(51.4, 35.7), (52.4, 36.7), (51, 40), (50, 43.5), (48.0, 46.3)]
    east = [(55, 30), (57, 34), (55.2, 37.4), (54.3, 40), (53.6, 43.6), (50, 48), (45, 51)]
    trace = lambda pts: curve([place(*p) for p in pts])
    for pts, colour, dash in ((east, TEAL, True), (sea, BLUE, True), (main, BRICK, False), (west, BRICK, False)):
        line = trace(pts)
        s.line(line, CREAM, 11)
        if dash:
            s.dashes(line, colour, 5.5, 14, 11)
        else:
            s.line(line, colour, 6.5)
    for lon, lat in ((72.8, 18.9), (56.3, 27.2), (51.4, 35.7), (49.9, 40.4), (48.0, 46.3), (37.6, 55.7), (30.3, 59.9)):
        stop(s, *place(lon, lat), BRICK if lon > 31 else DEEP)
    s.ring(1080, 560, 46, CREAM, 3)
    s.shape([(1080, 506), (1091, 560), (1069, 560)], CREAM)
    s.shape([(1080, 614), (1091, 560), (1069, 560)], mix(SEA, INK, 0.35))
    return s


def rel():
    s = Sheet()
    s.bands(0, 360, mix(SUN, ROSE, 0.25), PAPER)
    s.disc(790, 250, 74, CREAM)
    s.ridge(250, 120, mix(SKY, SLATE, 0.2), 21, 7)
    s.ridge(305, 90, mix(TEAL, SKY, 0.35), 4, 6)
    s.ridge(352, 34, PINE, 9, 8)
    greens = [mix(SAGE, SUN, 0.25), SAGE, mix(SAGE, GREEN, 0.4), mix(SAGE, GREEN, 0.65), GREEN]
    vx, vy = 600, 362
    s.box(0, vy, 1200, 313, greens[0])
    for i in range(13):  # rice fields as wedges from the vanishing point
        x0 = -2600 + i * 500
        s.shape([(vx, vy), (x0, 675), (x0 + 260, 675)], greens[i % 5])
    for i in range(6):
        y = vy + 8 + 300 * (i / 6) ** 2
        s.box(0, y, 1200, 2 + i * 0.8, mix(GREEN, PINE, 0.5))
    s.shape([(vx - 6, vy), (vx + 6, vy), (vx + 400, 675), (vx - 400, 675)], mix(DUNE, SLATE, 0.35))
    s.shape([(vx - 4, vy), (vx + 4, vy), (vx + 330, 675), (vx - 330, 675)], mix(DUNE, SAND, 0.3))
    for i in range(26):
        t = (i / 25) ** 2.6
        y = vy + 4 + 309 * t
        half = 3 + 262 * (y - vy) / 313
        s.box(vx - half, y, half * 2, 1.5 + 13 * t, mix(INK, BRICK, 0.35))
    for side in (-1, 1):
        s.shape([(vx + side * 2, vy), (vx + side * 3, vy), (vx + side * 206, 675), (vx + side * 186, 675)], INK)
        s.shape([(vx + side * 2, vy), (vx + side * 2.5, vy), (vx + side * 194, 675), (vx + side * 186, 675)], MIST)
    for k in (0.05, 0.11, 0.22, 0.44, 0.92):  # poles
        x, h = vx + 560 * k + 12, 420 * k + 24
        y = vy + 313 * k
        s.line([(x, y), (x, y - h)], INK, 1.5 + 7 * k)
        s.line([(x - 110 * k - 6, y - h * 0.93), (x, y - h * 0.93)], INK, 1 + 5 * k)
    s.box(vx - 17, vy - 25, 34, 30, BRICK, 7)
    s.box(vx - 12, vy - 20, 24, 10, CREAM, 2)
    s.disc(vx - 9, vy, 2.4, SUN)
    s.disc(vx + 9, vy, 2.4, SUN)
    return s


CASPIAN = [(53.8, 37.0), (52.3, 36.7), (50.8, 36.9), (50.1, 37.4), (49.2, 37.6), (48.9, 38.3), (49.2, 39.0),
           (49.4, 39.4), (49.6, 40.2), (50.4, 40.3), (49.6, 40.6), (49.1, 41.3), (48.6, 41.8), (47.5, 43.0),
           (47.6, 43.7), (46.7, 44.6), (47.7, 45.6), (48.6, 45.8), (49.1, 46.4), (50.0, 46.6), (51.2, 47.0),
           (52.0, 46.8), (53.0, 46.9), (53.2, 46.2), (53.0, 45.3), (52.2, 45.4), (51.3, 45.2), (51.3, 44.5),
           (50.3, 44.6), (50.3, 44.3), (50.9, 44.0), (51.3, 43.1), (52.5, 42.8), (52.7, 42.4), (52.4, 42.0),
           (52.6, 41.6), (52.8, 41.1), (52.9, 40.9), (52.7, 40.0), (53.4, 40.0), (53.1, 39.3), (53.9, 39.0),
           (53.7, 37.9), (53.9, 37.2)]


def kaspia():
    """The Caspian lying on its side: north is at the left, so that it fills a wide sheet."""
    s = Sheet(ground=mix(SAND, CREAM, 0.3))
    for i in range(15):
        y = 24 + i * 46
        s.line([(0, y), (1200, y)], mix(SAND, DUNE, 0.3), 1)
    for i in range(26):
        s.line([(26 + i * 46, 0), (26 + i * 46, 675)], mix(SAND, DUNE, 0.3), 1)
    place = lambda lon, lat: ((48.2 - lat) * 96 + 20, (lon - 46.0) * 72 + 40)
    shore = smooth([place(*p) for p in CASPIAN])
    s.line(shore + shore[:1], mix(DUNE, SAND, 0.2), 30)
    s.line(shore + shore[:1], mix(SAND, CREAM, 0.85), 14)
    s.shape(shore, mix(SEA, SKY, 0.55))
    sheet = Sheet(ground=(0, 0, 0))
    sheet.shape(shore, (255, 255, 255))
    mask = sheet.image.convert("L")
    for reach, share in ((16, .3), (30, .55), (46, .8), (64, 1.0)):  # depth as distance from the shore
        deep = mask.resize((400, 225)).filter(ImageFilter.GaussianBlur(reach / 3))
        deep = deep.resize(mask.size, Image.BICUBIC).point(lambda v: 255 if v > 226 else 0)
        s.image.paste(mix(mix(SEA, SKY, 0.55), TEAL, share), (0, 0), deep)
    ports = {"anzali": (49.5, 37.5), "amirabad": (53.3, 36.9), "baku": (49.9, 40.4), "aktau": (51.2, 43.6),
             "turkmenbashi": (53.0, 40.0), "makhachkala": (47.5, 43.0), "olya": (47.6, 45.7)}
    for a, b, bend in (("anzali", "olya", -40), ("amirabad", "makhachkala", 50), ("amirabad", "aktau", 60),
                       ("baku", "turkmenbashi", 16), ("baku", "aktau", 20)):
        p, q = place(*ports[a]), place(*ports[b])
        mid = ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2 + bend)
        s.dashes(curve([p, mid, q], 30), CREAM, 3, 10, 10)
    for port in ports.values():
        stop(s, *place(*port), BRICK, 8)
    return s


def brics():
    s = Sheet(ground=PAPER)
    rng = random.Random(41)
    tile = 135
    grounds = [CREAM, SAND, TEAL, DEEP, OCHRE, BRICK, SAGE, GREEN, BLUE, SKY, ROSE, SUN]
    last = None
    for row in range(5):
        for col in range(9):
            x, y = col * tile - 7, row * tile
            g = rng.choice([c for c in grounds if c != last])
            f = rng.choice([c for c in grounds if c != g and abs(sum(c) - sum(g)) > 130])
            h = rng.choice([c for c in grounds if c not in (g, f)])
            last = g
            s.box(x, y, tile + 1, tile + 1, g)
            kind = rng.randrange(7)
            c, m, r = x + tile / 2, y + tile / 2, tile / 2
            if kind == 0:
                s.disc(c, m, r * 0.86, f)
                s.disc(c, m, r * 0.45, h)
            elif kind == 1:
                corner = rng.randrange(4)
                cx, cy = x + tile * (corner % 2), y + tile * (corner // 2)
                start = (0, 90, 270, 180)[corner]
                for k, colour in ((1, f), (0.66, h), (0.33, g)):
                    s.wedge(cx, cy, tile * k, start, start + 90, colour)
            elif kind == 2:
                s.shape([(x, y), (x + tile, y), (x, y + tile)], f)
            elif kind == 3:
                s.shape([(c, y), (x + tile, m), (c, y + tile), (x, m)], f)
                s.shape([(c, y + r * .5), (x + tile - r * .5, m), (c, y + tile - r * .5), (x + r * .5, m)], h)
            elif kind == 4:
                s.wedge(c, y + tile, r, 180, 360, f)
                s.wedge(c, y + tile * 0.5, r, 180, 360, h)
            elif kind == 5:
                for i in range(4):
                    s.box(x, y + i * tile / 4, tile + 1, tile / 8, f)
            else:
                s.shape([(x, y + tile), (c, y), (c, y + tile)], f)
                s.shape([(c, y + tile), (x + tile, y), (x + tile, y + tile)], h)
    return s


def kazan():
    s = Sheet()
    s.bands(0, 430, mix(SKY, BLUE, 0.12), mix(SUN, PAPER, 0.5), 10)
    s.disc(330, 330, 88, mix(SUN, CREAM, 0.4))
    s.ridge(408, 30, mix(SAGE, SKY, 0.3), 2, 6)
    hill = [(0, 440), (160, 424), (380, 392), (620, 380), (860, 390), (1060, 420), (1200, 436), (1200, 470), (0, 470)]
    s.shape(hill, mix(SAGE, PINE, 0.35))
    wall = mix(CREAM, SAND, 0.15)
    s.box(120, 396, 960, 40, wall)
    for i in range(48):
        s.box(122 + i * 20, 388, 11, 12, wall)
    for x in (150, 430, 560, 1030):  # wall towers
        s.box(x - 22, 366, 44, 72, CREAM)
        s.shape([(x - 28, 366), (x + 28, 366), (x, 322)], mix(PINE, SLATE, 0.3))
    # the mosque: four minarets, a cupola between them
    blue = mix(TEAL, SKY, 0.25)
    s.box(676, 268, 180, 126, CREAM)
    for x in (702, 766, 830):
        s.wedge(x, 344, 22, 180, 360, blue)
        s.box(x - 22, 343, 44, 51, blue)
    s.shape([(716, 268), (816, 268), (806, 226), (766, 160), (726, 226)], blue)
    s.line([(766, 162), (766, 136)], OCHRE, 4)
    for x in (664, 710, 822, 868):
        tall = 140 if x in (664, 868) else 172
        s.box(x - 9, tall, 18, 250, CREAM)
        s.shape([(x - 12, tall), (x + 12, tall), (x, tall - 62)], blue)
        s.box(x - 12, tall + 34, 24, 6, DUNE)
        s.box(x - 12, tall + 104, 24, 6, DUNE)
        s.disc(x, tall - 64, 3.5, OCHRE)
    # the leaning tower of seven storeys
    x, y, w = 300, 396, 92
    for h in (58, 48, 40, 32, 28, 22):
        s.box(x - w / 2, y - h, w, h, BRICK if w > 44 else mix(BRICK, INK, 0.15))
        s.box(x - w / 2 - 3, y - h, w + 6, 5, CREAM)
        s.box(x - 6, y - h * 0.72, 12, h * 0.5, mix(BRICK, INK, 0.4), 5)
        y -= h
        w *= 0.78
    s.shape([(x - w / 2, y), (x + w / 2, y), (x, y - 62)], PINE)
    s.line([(x, y - 60), (x, y - 78)], OCHRE, 3)
    # cathedral
    s.box(920, 312, 92, 84, CREAM)
    for x, r, up in ((940, 14, 300), (966, 20, 288), (992, 14, 300)):
        s.box(x - r * 0.6, up, r * 1.2, 26, CREAM)
        s.disc(x, up - r * 0.6, r, BLUE if r < 20 else OCHRE)
        s.shape([(x - r * 0.8, up - r), (x + r * 0.8, up - r), (x, up - r * 2.4)], BLUE if r < 20 else OCHRE)
    for i in range(44):  # trees at the foot of the wall
        rng = random.Random(i)
        s.disc(i * 28 + rng.uniform(-8, 8), 444, rng.uniform(12, 20), mix(PINE, GREEN, rng.choice([0, .3, .6])))
    water(s, 456, 675, mix(TEAL, SKY, 0.28), CREAM, 5, 70)
    for x, w, t in ((300, 60, 0.3), (664, 14, 0.4), (766, 80, 0.4), (868, 14, 0.4), (330, 110, 0.5)):
        rng = random.Random(x)
        for i in range(9):
            y = 466 + i * 15
            s.box(x - w / 2 + rng.uniform(-12, 12), y, w * (1 - i / 14), 4, mix(mix(TEAL, SKY, 0.28), CREAM, t * (1 - i / 10)))
    return s


def petersburg():
    s = Sheet()
    s.bands(0, 420, mix(BLUE, SKY, 0.45), mix(ROSE, CREAM, 0.45), 11)
    s.disc(930, 372, 46, mix(SUN, CREAM, 0.3))
    far = mix(SLATE, ROSE, 0.35)
    rng = random.Random(6)
    x = 0
    while x < 1200:
        w, h = rng.uniform(38, 84), rng.uniform(26, 58)
        s.box(x, 416 - h, w + 1, h + 10, far)
        x += w
    s.box(150, 372, 330, 54, mix(BRICK, DUNE, 0.35))
    s.shape([(130, 426), (150, 372), (480, 372), (500, 426)], mix(BRICK, DUNE, 0.3))
    body = mix(SUN, CREAM, 0.35)
    s.box(250, 300, 130, 74, body)
    s.box(286, 226, 56, 90, body)
    s.shape([(292, 226), (336, 226), (326, 188), (302, 188)], OCHRE)
    s.shape([(305, 188), (323, 188), (314, 22)], OCHRE)
    s.disc(314, 26, 5, OCHRE)
    s.disc(366, 292, 17, OCHRE)
    for i in range(4):
        s.box(262 + i * 30, 322, 12, 32, mix(OCHRE, INK, 0.3), 5)
    river = mix(BLUE, SKY, 0.35)
    water(s, 424, 675, river, mix(ROSE, CREAM, 0.6), 14, 80)
    for i in range(12):
        s.box(314 - 8 + (i % 3 - 1) * 5, 430 + i * 17, 16 - i, 6, mix(river, OCHRE, 0.6 - i * 0.04))
        s.box(930 - 30 + (i % 2) * 10, 430 + i * 15, 56 - i * 3, 4, mix(river, SUN, 0.6 - i * 0.04))
    # raised bridge
    iron = DEEP
    for base, flip in ((560, 1), (1060, -1)):
        def px(v):
            return base + v * flip
        s.shape([(px(-30), 436), (px(40), 436), (px(54), 560), (px(-44), 560)], mix(SLATE, SAND, 0.3))
        s.box(min(px(-36), px(46)), 426, 82, 12, mix(SLATE, INK, 0.3))
        s.shape([(px(10), 430), (px(34), 430), (px(190), 196), (px(176), 186)], iron)
        s.line([(px(34), 428), (px(120), 344), (px(188), 200)], mix(iron, SKY, 0.35), 5)
        for k in range(1, 6):
            t = k / 6
            s.line([(px(22 + 160 * t), 430 - 238 * t), (px(40 + 146 * t), 424 - 222 * t)], SKY, 2)
        s.line([(px(172), 190), (px(172), 158)], iron, 3)
        s.disc(px(172), 156, 5, SUN)
        s.box(min(px(-700), px(-30)), 436, 670, 16, iron)
    s.box(0, 436, 534, 16, iron)
    for x in (60, 190, 320, 450, 1160):
        s.shape([(x - 24, 452), (x + 24, 452), (x + 34, 560), (x - 34, 560)], mix(SLATE, SAND, 0.3))
        s.line([(x, 436), (x, 400)], iron, 4)
        s.disc(x, 397, 6, SUN)
    return s


def minyak():
    s = Sheet()
    s.bands(0, 470, mix(BRICK, OCHRE, 0.45), mix(SUN, CREAM, 0.35), 9)
    s.disc(820, 372, 150, mix(SUN, CREAM, 0.6))
    s.ridge(452, 40, mix(DUNE, BRICK, 0.35), 31, 4)
    s.ridge(492, 46, mix(DUNE, INK, 0.25), 7, 4)
    s.box(0, 530, 1200, 145, mix(INK, BRICK, 0.22))
    for x, k in ((1070, 0.34), (930, 0.46)):
        pump(s, x, 528, k, mix(INK, BRICK, 0.3))
    pump(s, 430, 560, 1.08, INK)
    for i, x in enumerate((96, 158, 127)):  # barrels
        y = 566 if i < 2 else 484
        s.box(x - 29, y - 4, 58, 84, (TEAL, BRICK, OCHRE)[i], 6)
        s.disc(x, y - 2, 29, mix((TEAL, BRICK, OCHRE)[i], CREAM, 0.25), 8)
        for k in (24, 52):
            s.box(x - 29, y + k, 58, 5, mix((TEAL, BRICK, OCHRE)[i], INK, 0.3))
    s.line([(700, 640), (1200, 596)], mix(SLATE, DUNE, 0.4), 14)
    for x in (760, 900, 1040, 1160):
        y = 640 - (x - 700) * 0.088
        s.line([(x, y), (x, y + 44)], SLATE, 7)
    return s


def pump(s, x, y, k, colour):
    """A pump jack standing at (x, y)."""
    p = lambda dx, dy: (x + dx * k, y + dy * k)
    s.shape([p(-170, 0), p(190, 0), p(190, -16), p(-170, -16)], colour)
    s.line([p(-62, -10), p(0, -230)], colour, 15 * k)
    s.line([p(62, -10), p(0, -230)], colour, 15 * k)
    s.line([p(-38, -96), p(38, -96)], colour, 9 * k)
    s.line([p(-190, -166), p(190, -290)], colour, 22 * k)
    s.shape([p(176, -316), p(206, -300), p(232, -262), p(238, -214), p(222, -204), p(196, -250)], colour)
    s.line([p(228, -210), p(228, -10)], colour, 5 * k)
    s.box(x + 212 * k, y - 44 * k, 32 * k, 46 * k, colour)
    s.disc(*p(-150, -78), 56 * k, colour)
    s.disc(*p(-150, -78), 40 * k, BRICK if k > 1 else mix(colour, DUNE, 0.2))
    s.disc(*p(-150, -78), 12 * k, colour)
    s.line([p(-178, -168), p(-150, -78)], colour, 10 * k)


def uang():
    s = Sheet(ground=mix(SAND, CREAM, 0.45))
    spots = [(210, 200, 118, TEAL), (520, 410, 150, OCHRE), (865, 215, 132, BRICK), (1040, 500, 96, BLUE), (235, 525, 88, GREEN)]
    for a, b in ((0, 1), (1, 2), (2, 3), (1, 3), (0, 4), (4, 1), (0, 2)):
        p, q = spots[a][:2], spots[b][:2]
        mid = ((p[0] + q[0]) / 2 + (q[1] - p[1]) * 0.12, (p[1] + q[1]) / 2 - (q[0] - p[0]) * 0.12)
        s.dashes(curve([p, mid, q], 40), mix(SLATE, SAND, 0.25), 4, 12, 12)
    for i, (x, y, r, colour) in enumerate(spots):
        s.disc(x + 9, y + 11, r, mix(SAND, DUNE, 0.7))
        s.disc(x, y, r, mix(colour, INK, 0.18))
        s.disc(x, y, r * 0.93, colour)
        for k in range(60):
            a = k * math.pi / 30
            s.line([(x + r * 0.95 * math.cos(a), y + r * 0.95 * math.sin(a)), (x + r * math.cos(a), y + r * math.sin(a))], mix(colour, CREAM, 0.35), 2)
        s.ring(x, y, r * 0.8, mix(colour, CREAM, 0.4), 3)
        light = mix(colour, CREAM, 0.72)
        if i == 0:
            for k in range(8):
                a = k * math.pi / 4
                s.disc(x + r * 0.42 * math.cos(a), y + r * 0.42 * math.sin(a), r * 0.15, light)
            s.disc(x, y, r * 0.2, light)
        elif i == 1:
            for k in range(16):
                a = k * math.pi / 8
                s.shape([(x + r * 0.66 * math.cos(a), y + r * 0.66 * math.sin(a)),
                         (x + r * 0.34 * math.cos(a + .2), y + r * 0.34 * math.sin(a + .2)),
                         (x + r * 0.34 * math.cos(a - .2), y + r * 0.34 * math.sin(a - .2))], light)
            s.disc(x, y, r * 0.3, light)
        elif i == 2:
            for k in range(-2, 3):
                half = math.sqrt(max(0, 0.36 - (k * 0.2) ** 2)) * r
                s.line([(x - half, y + k * r * 0.2), (x + half, y + k * r * 0.2)], light, r * 0.08)
        elif i == 3:
            s.shape([(x, y - r * .62), (x + r * .62, y), (x, y + r * .62), (x - r * .62, y)], mix(colour, CREAM, 0.4))
            s.shape([(x, y - r * .36), (x + r * .36, y), (x, y + r * .36), (x - r * .36, y)], light)
        else:
            s.wedge(x, y, r * 0.6, 0, 180, light)
            s.wedge(x, y, r * 0.6, 180, 360, mix(colour, CREAM, 0.4))
    return s


def sanksi():
    s = Sheet()
    s.bands(0, 400, mix(SKY, CREAM, 0.1), PAPER, 8)
    s.ridge(396, 36, mix(SAGE, SKY, 0.3), 17, 5)
    s.box(0, 420, 1200, 255, mix(SLATE, DUNE, 0.55))
    s.shape([(470, 420), (730, 420), (1180, 675), (20, 675)], SLATE)
    for i in range(7):
        t0, t1 = (i / 7) ** 1.8, ((i + 0.5) / 7) ** 1.8
        y0, y1 = 424 + 251 * t0, 424 + 251 * t1
        s.shape([(600 - 3 - 9 * t0, y0), (600 + 3 + 9 * t0, y0), (600 + 3 + 9 * t1, y1), (600 - 3 - 9 * t1, y1)], SUN)
    colours = [TEAL, OCHRE, BRICK, BLUE, SAGE, GREEN, ROSE]
    rng = random.Random(3)
    for side in (0, 1):
        for row in range(4):
            for col in range(2):
                x = (20 + col * 180 + row * 14) if side == 0 else (1010 - col * 180 - row * 14)
                if col == 1 and row > 2 - side:
                    continue
                c = colours[rng.randrange(7)]
                y = 356 - row * 62
                s.box(x, y, 172, 60, c)
                for k in range(11):
                    s.box(x + 8 + k * 15, y + 7, 5, 46, mix(c, INK, 0.16))
    s.box(176, 330, 54, 250, INK)
    s.box(164, 560, 78, 26, INK)
    s.disc(203, 372, 20, BRICK)
    s.shape([(203, 404), (1044, 376), (1044, 420), (203, 448)], INK)
    for i in range(14):  # the boom
        x = 203 + i * 60
        s.shape([(x, 410 - i * 2), (x + 61, 408 - i * 2), (x + 61, 440 - i * 2), (x, 442 - i * 2)], BRICK if i % 2 else CREAM)
    s.disc(203, 426, 34, DEEP)
    s.disc(203, 426, 12, MIST)
    s.box(1030, 384, 24, 200, INK)
    s.disc(620, 414, 74, CREAM)
    s.disc(620, 414, 66, BRICK)
    s.box(578, 402, 84, 24, CREAM, 3)
    return s


def shanghai():
    s = Sheet()
    s.bands(0, 400, mix(TEAL, SKY, 0.5), mix(SUN, CREAM, 0.5), 11)
    s.disc(860, 268, 96, mix(SUN, CREAM, 0.35))
    for k, r in enumerate((132, 170, 212)):
        s.ring(860, 268, r, mix(SKY, CREAM, 0.5), 3)

    def peaks(base, colour, snow, seed, low, high):
        rng = random.Random(seed)
        x = -80
        while x < 1240:
            w, h = rng.uniform(150, 260), rng.uniform(low, high)
            top = (x + w * rng.uniform(0.4, 0.6), base - h)
            s.shape([(x, base), top, (x + w, base)], colour)
            s.shape([top, (x + w, base), (top[0] + w * 0.06, base)], mix(colour, INK, 0.2))
            if snow:
                l = ((top[0] * 2 + x) / 3, (top[1] * 2 + base) / 3)
                r = ((top[0] * 2 + x + w) / 3, (top[1] * 2 + base) / 3)
                m = (top[0] + 4, l[1] - 16)
                s.shape([top, r, (m[0] + 16, m[1] + 10), m, (m[0] - 16, m[1] + 12), l], CREAM)
            x += w * 0.55

    peaks(420, mix(SLATE, SKY, 0.3), True, 5, 150, 270)
    peaks(446, mix(TEAL, SLATE, 0.3), False, 9, 60, 130)
    s.box(0, 440, 1200, 40, mix(SAGE, SUN, 0.3))
    s.ridge(452, 26, mix(SAGE, SUN, 0.3), 4, 4)
    s.ridge(530, 44, mix(DUNE, SUN, 0.3), 14, 3)
    s.ridge(600, 50, mix(DUNE, BRICK, 0.22), 23, 3)
    road = curve([(640, 470), (520, 500), (690, 540), (420, 590), (660, 640), (560, 690)], 20)
    for i, (p, q) in enumerate(zip(road, road[1:])):
        s.line([p, q], CREAM, 3 + 20 * i / len(road))
    for x, y, k in ((300, 560, 1.0), (206, 574, 1.1), (392, 548, 0.9)):  # tents
        s.shape([(x - 40 * k, y), (x + 40 * k, y), (x + 34 * k, y - 26 * k), (x - 34 * k, y - 26 * k)], CREAM)
        s.shape([(x - 40 * k, y - 24 * k), (x + 40 * k, y - 24 * k), (x, y - 56 * k)], mix(CREAM, SAND, 0.6))
        s.box(x - 8 * k, y - 24 * k, 16 * k, 24 * k, BRICK)
    return s


def dagang():
    s = Sheet()
    s.bands(0, 400, mix(SKY, CREAM, 0.25), mix(ROSE, CREAM, 0.6), 8)
    s.disc(200, 250, 78, mix(SUN, CREAM, 0.3))
    steel = mix(BRICK, INK, 0.1)
    for x in (760, 1010):  # cranes
        s.line([(x, 470), (x, 120)], steel, 12)
        s.line([(x + 110, 470), (x + 110, 120)], steel, 12)
        s.line([(x - 210, 150), (x + 160, 150)], steel, 12)
        s.line([(x + 55, 60), (x - 205, 148)], steel, 4)
        s.line([(x + 55, 60), (x + 158, 148)], steel, 4)
        s.line([(x, 120), (x + 55, 60), (x + 110, 120)], steel, 8)
        s.line([(x, 330), (x + 110, 210)], steel, 5)
        s.line([(x - 120, 152), (x - 120, 236)], INK, 2.5)
    s.box(602, 236, 76, 34, OCHRE)
    s.box(852, 262, 76, 34, TEAL)
    rng = random.Random(11)
    colours = [TEAL, OCHRE, BRICK, BLUE, SAGE, GREEN, ROSE, DEEP, SUN]
    for col in range(12):
        for row in range(rng.randrange(1, 6) if col < 7 else rng.randrange(1, 4)):
            c = colours[rng.randrange(9)]
            x, y = 34 + col * 96, 430 - row * 44
            s.box(x, y, 93, 42, c)
            for k in range(8):
                s.box(x + 6 + k * 11, y + 5, 4, 32, mix(c, INK, 0.15))
    s.box(0, 470, 1200, 26, mix(SLATE, INK, 0.2))
    water(s, 496, 675, TEAL, CREAM, 4, 60)
    s.shape([(120, 560), (860, 560), (820, 628), (176, 628)], INK)
    s.shape([(128, 574), (852, 574), (844, 588), (138, 588)], BRICK)
    for i in range(10):
        c = colours[(i * 4) % 9]
        s.box(186 + i * 52, 522, 50, 38, c)
        if i % 3:
            s.box(186 + i * 52, 482, 50, 38, colours[(i * 5 + 2) % 9])
    s.box(736, 474, 78, 86, CREAM)
    s.box(744, 488, 62, 12, DEEP)
    s.box(770, 440, 26, 36, BRICK)
    for i in range(12):
        s.line([(100 + i * 70, 634 + i % 2 * 5), (140 + i * 70, 634 + i % 2 * 5)], mix(TEAL, CREAM, 0.5), 3)
    return s


def sumber():
    s = Sheet(ground=mix(SAND, CREAM, 0.2))
    s.box(0, 470, 1200, 205, mix(DUNE, BRICK, 0.3))
    s.box(0, 470, 1200, 10, mix(DUNE, INK, 0.3))

    def leaf(points, head):
        """A sheet of paper with lines of grey instead of words."""
        s.shape([(x + 10, y + 12) for x, y in points], mix(DUNE, INK, 0.2))
        s.shape(points, CREAM)
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
        at = lambda u, v: (ax + (bx - ax) * u + (dx - ax) * v, ay + (by - ay) * u + (dy - ay) * v)
        s.line([at(0.1, 0.12), at(0.72, 0.12)], head, 15)
        for i in range(11):
            end = 0.9 if i % 4 != 3 else 0.55
            s.line([at(0.1, 0.24 + i * 0.062), at(end, 0.24 + i * 0.062)], MIST, 6)
        s.line([at(0.1, 0.24 + 4 * 0.062), at(0.6, 0.24 + 4 * 0.062)], SUN, 13)

    leaf([(130, 130), (455, 76), (540, 560), (214, 612)], TEAL)
    leaf([(470, 96), (800, 100), (796, 590), (464, 586)], BRICK)
    # loupe
    s.line([(905, 430), (1050, 610)], INK, 42)
    s.line([(905, 430), (1040, 598)], mix(BRICK, INK, 0.2), 28)
    s.disc(812, 318, 158, INK)
    s.disc(812, 318, 140, mix(SKY, CREAM, 0.55))
    s.wedge(812, 318, 140, 200, 250, mix(SKY, CREAM, 0.8))
    for i in range(4):
        w = (196, 220, 220, 130)[i]
        s.line([(812 - 106, 262 + i * 40), (812 - 106 + w * 0.95, 262 + i * 40)], SLATE if i != 1 else OCHRE, 15)
    # quotation marks
    for x in (1000, 1086):
        s.disc(x, 130, 33, BRICK)
        s.shape([(x + 33, 130), (x + 33, 140), (x + 8, 208), (x - 14, 198), (x + 2, 150)], BRICK)
    return s


def waktu():
    """Three clocks at one instant: 10:41 in Jakarta, 7:11 in Tehran, 6:41 in Moscow."""
    s = Sheet(ground=DEEP)
    for i in range(25):
        x = i * 50
        s.line([(x, 0), (x, 675)], mix(DEEP, TEAL, 0.35), 1)
    for k in range(1, 7):
        s.line(curve([(0, k * 100), (600, k * 100 - 46), (1200, k * 100)], 40), mix(DEEP, TEAL, 0.35), 1)
    for x, hour, minute, colour in ((230, 6, 41, BLUE), (600, 7, 11, GREEN), (970, 10, 41, BRICK)):
        y, r = 338, 158
        s.disc(x + 10, y + 14, r, mix(DEEP, INK, 0.6))
        s.disc(x, y, r, colour)
        s.disc(x, y, r - 18, CREAM)
        for k in range(60):
            a = k * math.pi / 30
            inner = r - (44 if k % 15 == 0 else 36 if k % 5 == 0 else 28)
            if k % 5 == 0:
                s.line([(x + inner * math.sin(a), y - inner * math.cos(a)),
                        (x + (r - 26) * math.sin(a), y - (r - 26) * math.cos(a))], INK, 6 if k % 15 == 0 else 4)
            else:
                s.disc(x + (r - 28) * math.sin(a), y - (r - 28) * math.cos(a), 1.6, SLATE)
        for turn, length, width in (((hour % 12 + minute / 60) / 12, 74, 11), (minute / 60, 108, 7)):
            a = turn * 2 * math.pi
            s.line([(x - 16 * math.sin(a), y + 16 * math.cos(a)), (x + length * math.sin(a), y - length * math.cos(a))], INK, width)
        s.disc(x, y, 11, colour)
    s.dashes([(230, 560), (970, 560)], SUN, 3, 10, 10)
    for x, colour in ((230, BLUE), (600, GREEN), (970, BRICK)):
        stop(s, x, 560, colour, 10)
    s.disc(1130, 84, 34, SUN)
    return s


def arsip():
    s = Sheet(ground=mix(TEAL, INK, 0.35))
    wood = mix(DUNE, BRICK, 0.35)
    colours = [BRICK, OCHRE, SAGE, CREAM, TEAL, ROSE, BLUE, SAND, GREEN, SUN]
    rng = random.Random(19)
    for row in range(3):
        floor = 196 + row * 208
        x = 54
        while x < 1130:
            gap = rng.random()
            if gap < 0.10:
                x += rng.uniform(24, 52)
                continue
            w, h = rng.uniform(20, 46), rng.uniform(104, 160)
            c = rng.choice(colours)
            if gap > 0.93 and x < 1040:  # rolled papers lying
                for i, (dx, dy) in enumerate(((0, 0), (40, 0), (80, 0), (20, -34), (60, -34))):
                    s.disc(x + 22 + dx, floor - 20 + dy, 20, mix(SAND, DUNE, 0.25 * (i % 3)))
                    s.ring(x + 22 + dx, floor - 20 + dy, 13, DUNE, 2)
                    s.disc(x + 22 + dx, floor - 20 + dy, 5, wood)
                x += 130
                continue
            if x + w > 1146:
                break
            s.box(x, floor - h, w - 1.5, h, c, 2)
            s.box(x, floor - h + 18, w - 1.5, 5, mix(c, INK, 0.3))
            s.box(x, floor - 30, w - 1.5, 5, mix(c, INK, 0.3))
            if w > 30:
                s.box(x + 7, floor - h + 40, w - 15.5, 34, mix(c, CREAM, 0.6))
            x += w
        s.box(30, floor, 1140, 18, wood)
        s.box(30, floor + 18, 1140, 6, mix(wood, INK, 0.45))
    s.box(22, 18, 18, 657, wood)
    s.box(1160, 18, 18, 657, wood)
    s.box(14, 8, 1172, 18, mix(wood, INK, 0.2))
    return s


def ktt():
    """A summit seen from above: a round table, chairs and papers."""
    s = Sheet(ground=mix(BRICK, INK, 0.28))
    for r, colour in ((640, mix(BRICK, INK, 0.2)), (560, mix(BRICK, INK, 0.1)), (480, BRICK)):
        s.disc(600, 338, r, colour)
    s.ring(600, 338, 318, mix(BRICK, SUN, 0.35), 4)
    seats = 18
    for i in range(seats):
        a = 2 * math.pi * i / seats
        x, y = 600 + 290 * math.cos(a), 338 + 290 * math.sin(a)
        s.disc(x + 4, y + 6, 33, mix(BRICK, INK, 0.4))
        s.disc(x, y, 32, DEEP)
        s.disc(x - 5 * math.cos(a), y - 5 * math.sin(a), 25, TEAL)
    s.disc(606, 348, 250, mix(BRICK, INK, 0.45))
    s.disc(600, 338, 248, DUNE)
    s.disc(600, 338, 240, mix(SAND, OCHRE, 0.25))
    s.disc(600, 338, 150, mix(DUNE, INK, 0.25))
    s.disc(600, 338, 144, mix(GREEN, SAGE, 0.25))
    rng = random.Random(2)
    for k in range(64):
        a, d = rng.uniform(0, 6.3), 128 * math.sqrt(rng.random())
        s.disc(600 + d * math.cos(a), 338 + d * math.sin(a), rng.uniform(6, 13),
               rng.choice([PINE, GREEN, SAGE, SUN, ROSE, CREAM]))
    for i in range(seats):
        a = 2 * math.pi * i / seats
        ux, uy, vx, vy = math.cos(a), math.sin(a), -math.sin(a), math.cos(a)
        at = lambda d, e: (600 + d * ux + e * vx, 338 + d * uy + e * vy)
        s.shape([at(190, -18), at(228, -18), at(228, 10), at(190, 10)], CREAM)
        s.line([at(198, -12), at(198, 4)], MIST, 2)
        s.line([at(206, -12), at(206, 4)], MIST, 2)
        s.disc(*at(206, 22), 6, SKY)
        s.shape([at(168, -16), at(180, -16), at(180, 16), at(168, 16)], (BRICK, BLUE, GREEN, OCHRE, DEEP, ROSE)[i % 6])
    return s


def mark(s, x, y, size, ground=BRICK):
    """The sign of the house: a sheet of news whose fold is a W."""
    u = size / 100
    s.box(x, y, size, size, ground, 18 * u)
    p = lambda a, b: (x + a * u, y + b * u)
    w = [(17, 27), (32, 73), (50, 36), (68, 73), (83, 27)]
    s.line([p(*q) for q in w], CREAM, 11.5 * u)
    s.disc(*p(50, 20), 6.4 * u, SUN)


def share():
    """The share image: the corridor from the sea to the north as a striped landscape."""
    s = Sheet(1200, 630, PAPER)
    s.bands(0, 330, mix(SKY, CREAM, 0.25), mix(SUN, CREAM, 0.55), 9)
    s.disc(840, 262, 116, mix(SUN, OCHRE, 0.25))
    s.ridge(292, 80, mix(SKY, TEAL, 0.35), 4, 6)
    s.ridge(356, 66, TEAL, 9, 5)
    s.ridge(426, 60, mix(SAGE, GREEN, 0.3), 14, 4)
    s.ridge(492, 60, OCHRE, 22, 4)
    s.ridge(560, 50, BRICK, 6, 4)
    s.ridge(612, 30, DEEP, 27, 4)
    mark(s, 84, 84, 190)
    return s


def icons():
    def sign(size, name, **options):
        s = Sheet(512, 512, PAPER)
        s.image.paste(PAPER, (0, 0, *s.image.size))
        mark(s, -2, -2, 516, BRICK)
        image = s.image.resize((size, size), Image.LANCZOS)
        reduce(image, 48).save(CONTENT / name, optimize=True, **options)
        return image

    sign(512, "static/logo.png")
    sign(180, "static/apple-touch-icon.png")
    big = sign(48, "static/icon-48.png")
    (CONTENT / "static/icon-48.png").unlink()
    big.save(CONTENT / "static/favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])


PICTURES = {
    "bendera": (bendera, "static/pictures/bendera.png"),
    "pertemuan": (pertemuan, "static/pictures/pertemuan.png"),
    "koridor": (koridor, "static/pictures/koridor.png"),
    "rel": (rel, "static/pictures/rel.png"),
    "kaspia": (kaspia, "static/pictures/kaspia.png"),
    "brics": (brics, "static/pictures/brics.png"),
    "shanghai": (shanghai, "static/pictures/shanghai.png"),
    "uang": (uang, "static/pictures/uang.png"),
    "sumber": (sumber, "static/pictures/sumber.png"),
    "waktu": (waktu, "static/pictures/waktu.png"),
    "arsip": (arsip, "static/pictures/arsip.png"),
    "ktt": (ktt, "static/pictures/ktt.png"),
    "kazan": (kazan, "eurasia/kazan/kazan.png"),
    "petersburg": (petersburg, "eurasia/st-petersburg/neva.png"),
    "minyak": (minyak, "energi/opec-dan-opec-plus/pompa.png"),
    "sanksi": (sanksi, "ekonomi/membaca-sanksi/palang.png"),
    "dagang": (dagang, "ekonomi/uni-ekonomi-eurasia/pelabuhan.png"),
    "share": (share, "static/pictures/share.png"),
}

if __name__ == "__main__":
    for name in sys.argv[1:] or [*PICTURES, "icons"]:
        if name == "icons":
            icons()
        else:
            scene, path = PICTURES[name]
            scene().save(path)
