"""The results as tables on a terminal."""
import sys

from results import LOADED, TITLES, UNIT


def time_text(ns):
    if ns >= 1e6:
        return f"{ns / 1e6:,.2f} ms"
    return f"{ns:,.0f} ns"


def cell(found, isa, verb, corpus, who):
    ns = found.time(isa, verb, corpus, who)
    if ns is None:
        return "-"
    ratio = found.ratio(isa, verb, corpus, who)
    if ratio is None:
        return time_text(ns)
    return f"{ratio:.2f} {time_text(ns)}" if ratio < 10 else f"{ratio:.0f} {time_text(ns)}"


def grid(title, head, rows):
    widths = [max(len(str(r[i])) for r in [head] + rows) for i in range(len(head))]
    print(f"\n{title}")
    for n, row in enumerate([head] + rows):
        print("  " + "  ".join(str(c).ljust(w) if i == 0 else str(c).rjust(w) for i, (c, w) in enumerate(zip(row, widths))))
        if n == 0:
            print("  " + "  ".join("-" * w for w in widths))


def reading(found):
    isas, peers = found.isas(), found.peers()
    unit_isa = isas[-1]
    head = ["ratio and time a document", UNIT] + [f"ours {i}" for i in isas] + [w for w, _ in peers]
    rows = []
    for c in found.corpora("read"):
        rows.append([TITLES[c], cell(found, unit_isa, "read", c, UNIT)] + [cell(found, i, "read", c, "ours") for i in isas]
                    + [cell(found, i, "read", c, w) for w, i in peers])
    grid("Read: validated and typed, from unpadded input", head, rows)


def variants(found):
    isas = found.isas()
    head = ["ratio and time a document"] + [f"{n} {i}" for n in ["validate", "padded", "general"] for i in isas[-2:]]
    rows = []
    for c in found.corpora("read"):
        rows.append([TITLES[c]] + [cell(found, i, "validate", c, "ours") for i in isas[-2:]]
                    + [cell(found, i, "read", c, f"ours, {n}") for n in ["padded input", "general reader"] for i in isas[-2:]])
    grid("Ours in other ways: the verdict only; input that is padded; the general reader alone", head, rows)
    for i in isas:
        ns = found.time(i, "read", "mixed", LOADED)
        if ns:
            print(f"  mixed with a schema loaded at run time, {i}: {time_text(ns)}")
    ways = [f"{c} {100 * s:.1f} %" for (i, c), s in sorted(found.ways.items()) if i == isas[-1]]
    print("  read the fast way: " + ", ".join(ways))


def writing(found):
    isas = found.isas()
    head = ["ratio and time a document", UNIT] + [f"ours {i}" for i in isas] + [f"checked first {isas[-1]}"]
    rows = []
    for c in found.corpora("write"):
        rows.append([TITLES[c], cell(found, isas[-1], "write", c, UNIT)] + [cell(found, i, "write", c, "ours") for i in isas]
                    + [cell(found, isas[-1], "write", c, "ours, checked first")])
    grid("Write: compact, into a string that is reused (pugixml: raw save)", head, rows)


def targets(found):
    colour = sys.stdout.isatty()
    rows = []
    for what, target, measured, reached in found.verdicts():
        word = "not measured" if reached is None else "reached" if reached else "MISSED"
        if colour and reached is not None:
            word = f"\033[{32 if reached else 31}m{word}\033[0m"
        rows.append([what, target, "-" if measured is None else f"{measured:.3f}" if measured < 10 else f"{measured:.0f}", word])
    grid("Targets", ["what", "target", "measured", ""], rows)


def show(found):
    reading(found)
    variants(found)
    writing(found)
    targets(found)
