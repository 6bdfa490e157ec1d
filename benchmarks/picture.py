"""The results as an SVG picture: one group of bars a corpus, ratios to pugixml on a logarithmic scale."""
import math
from xml.sax.saxutils import escape

from results import TITLES, UNIT
from table import time_text

OURS = {"avx512": "#0b6e4f", "avx2": "#2a9d6f", "portable": "#8fd0b1"}
UNIT_COLOUR = "#3d4a5c"
PEER = {"expat": "#a9b4c2", "libxml2": "#e0a458", "Xerces": "#d9743f", "xsdcxx": "#b5403a"}
PEER_TEXT = {"expat": "expat: events, no schema", "libxml2": "libxml2: tree, XSD", "Xerces": "Xerces: SAX2, XSD", "xsdcxx": "CodeSynthesis: typed, XSD"}
WIDTH, LEFT, RIGHT, BAR, GAP, HEAD = 980, 250, 130, 16, 5, 132
LOW, HIGH = 0.1, 200.0
SHOWN = [("read", c) for c in ["mixed", "envelope", "camt052", "random", "prefix"]] + [("write", "mixed")]


def x_of(ratio):
    ratio = min(max(ratio, LOW * 1.02), HIGH)
    return LEFT + (WIDTH - LEFT - RIGHT) * math.log(ratio / LOW) / math.log(HIGH / LOW)


def bars_of(found, verb, corpus):
    """(label, ratio, ns, colour, ours?) from the fastest way of ours to the slowest peer."""
    bars = []
    for isa in found.isas()[::-1]:
        bars.append((f"ours, {isa}", found.ratio(isa, verb, corpus, "ours"), found.time(isa, verb, corpus, "ours"), OURS[isa], True))
    last = found.isas()[-1]
    bars.append((f"{UNIT}: {'raw save' if verb == 'write' else 'tree, no schema'}", 1.0, found.unit(last, verb, corpus), UNIT_COLOUR, False))
    for who, isa in found.peers() if verb == "read" else []:
        bars.append((PEER_TEXT[who], found.ratio(isa, "read", corpus, who), found.time(isa, "read", corpus, who), PEER[who], False))
    return [b for b in bars if b[1] is not None and b[2] is not None]


def text(x, y, s, size=12, colour="#2b3440", anchor="start", weight="normal"):
    """With a white rim, so that no grid line runs through it."""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}"'
    return (f'<text {place} fill="none" stroke="#ffffff" stroke-width="4" stroke-linejoin="round">{escape(s)}</text>'
            f'<text {place} fill="{colour}">{escape(s)}</text>')


def grid_lines(bottom):
    out = []
    for r in [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200]:
        x = x_of(r) if r > LOW else LEFT
        strong = r == 1
        dashes = ' stroke-dasharray="4 3"' if strong else ""
        out.append(f'<line x1="{x:.1f}" y1="{HEAD - 14}" x2="{x:.1f}" y2="{bottom}" stroke="{"#3d4a5c" if strong else "#e3e8ee"}" '
                   f'stroke-width="{1.2 if strong else 1}"{dashes}/>')
        out.append(text(x, HEAD - 20, f"{r:g}", 11, "#6b7785", "middle", "bold" if strong else "normal"))
    return out


def group(found, verb, corpus, y):
    out = [text(24, y + 12, f"{verb}: {TITLES[corpus]}", 14, "#1c2530", weight="bold")]
    y += 24
    for label, ratio, ns, colour, ours in bars_of(found, verb, corpus):
        x = x_of(ratio)
        out.append(text(LEFT - 10, y + BAR - 4, label, 12, "#1c2530" if ours else "#4a5665", "end", "bold" if ours else "normal"))
        out.append(f'<rect x="{LEFT}" y="{y}" width="{x - LEFT:.1f}" height="{BAR}" rx="3" fill="{colour}"/>')
        number = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
        out.append(text(x + 6, y + BAR - 4, number, 12, OURS["avx512"] if ours else "#2b3440", weight="bold"))
        out.append(text(x + 14 + 8 * len(number), y + BAR - 4, time_text(ns), 11, "#8792a0"))
        y += BAR + GAP
    return out, y + 16


def draw(found):
    body, y = [], HEAD
    for verb, corpus in SHOWN:
        if corpus in found.corpora(verb):
            lines, y = group(found, verb, corpus, y)
            body += lines
    height = y + 30
    head = [
        text(24, 40, "Reading and writing ISO 20022 messages", 24, "#1c2530", weight="bold"),
        text(24, 64, "Ours: validated against the schema and typed. Time relative to pugixml, which makes an untyped tree and validates nothing.", 13, "#4a5665"),
        text(24, 84, "Shorter is faster; the scale is logarithmic. One process holds everybody; the smallest of several processes counts.", 13, "#4a5665"),
    ]
    c = found.context
    foot = [text(24, height - 14, f"{c['machine']}, {c['num_cpus']} cores, {c['compiler']}, pugixml {c['pugixml']}, {c['date'][:10]}: make bench", 11, "#8792a0")]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
            f'font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif">\n'
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n' + "\n".join(head + grid_lines(y - 8) + body + foot) + "\n</svg>\n")
