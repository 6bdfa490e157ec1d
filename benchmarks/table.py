"""The results as tables on a terminal, and as Markdown for the README."""
import sys

from results import STREAMED, TITLES, UNIT


def time_text(ns):
    if ns is None:
        return "-"
    if ns >= 1e6:
        return f"{ns / 1e6:,.2f} ms"
    return f"{ns:,.0f} ns"


def ratio_text(ratio):
    return "-" if ratio is None else f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"


def cell(found, isa, verb, corpus, who):
    ns = found.time(isa, verb, corpus, who)
    return "-" if ns is None else f"{ratio_text(found.ratio(isa, verb, corpus, who))} {time_text(ns)}"


def grid(title, head, rows):
    widths = [max(len(str(r[i])) for r in [head] + rows) for i in range(len(head))]
    print(f"\n{title}")
    for n, row in enumerate([head] + rows):
        print("  " + "  ".join(str(c).ljust(w) if i == 0 else str(c).rjust(w) for i, (c, w) in enumerate(zip(row, widths))))
        if n == 0:
            print("  " + "  ".join("-" * w for w in widths))


def rows_of(found, verb, columns):
    """One row a corpus; `columns` are (instruction set, verb, who)."""
    return [[TITLES[c]] + [cell(found, i, v, c, w) for i, v, w in columns] for c in found.corpora(verb)]


def reading(found):
    isas, peers = found.isas(), found.peers()
    head = ["ratio and time a document", UNIT] + [f"ours {i}" for i in isas[::-1]] + [w for w, _ in peers]
    columns = [(isas[-1], "read", UNIT)] + [(i, "read", "ours") for i in isas[::-1]] + [(i, "read", w) for w, i in peers]
    rows = rows_of(found, "read", columns)
    if found.time(isas[-1], "read", "camt052", STREAMED):
        streamed = [cell(found, i, "read", "camt052", STREAMED) for i in isas[::-1]]
        rows.append([f"{TITLES['camt052']}, streamed", cell(found, isas[-1], "read", "camt052", UNIT)] + streamed + ["-"] * len(peers))
    return head, rows


def variants(found):
    best = found.isas()[-1]
    ways = [("validate", "validate", "ours"), ("padded input", "read", "ours, padded input"), ("general reader", "read", "ours, general reader")]
    head = [f"ratio and time a document, {best}"] + [title for title, _, _ in ways]
    return head, rows_of(found, "validate", [(best, v, w) for _, v, w in ways])


def validating(found):
    isas = found.isas()[::-1]
    return ["ratio and time a document"] + [f"ours {i}" for i in isas], rows_of(found, "validate", [(i, "validate", "ours") for i in isas])


def writing(found):
    isas = found.isas()[::-1]
    head = ["ratio and time a document", UNIT] + [f"ours {i}" for i in isas] + [f"checked first {isas[0]}"]
    columns = [(isas[0], "write", UNIT)] + [(i, "write", "ours") for i in isas] + [(isas[0], "write", "ours, checked first")]
    return head, rows_of(found, "write", columns)


def number(v, value):
    if value is None:
        return "-"
    return f"{value:,.3f}" if value < 10 else f"{value:,.0f}"


def targets(verdicts):
    colour = sys.stdout.isatty()
    rows = []
    for v in verdicts:
        word = v.word
        if colour and v.met is not None:
            word = f"\033[{32 if v.met else 31}m{word}\033[0m"
        target = f"{'>=' if v.at_least else '<='} {v.target:,g} {v.unit}".strip()
        rows.append([v.what, number(v, v.measured), target, "-" if v.stretch is None else f"<= {v.stretch:g}",
                     time_text(v.ns), time_text(v.unit_ns), word])
    return ["what", "measured", "target", "stretch", "ours", "compared with", ""], rows


def show(found, verdicts):
    c = found.context
    print(f"\n{c['machine']}; {c['num_cpus']} cores; {c['system']}; {c['compiler']}; pugixml {c['pugixml']}; "
          f"processes: {', '.join(f'{i} {n}' for i, n in c['processes'].items())}; load before: {c['load_before']}")
    grid("Read: validated and typed, from unpadded input", *reading(found))
    grid("Validate only (the ratio is to pugixml's reading)", *validating(found))
    grid("Ours in other ways", *variants(found))
    ways = [f"{c} {100 * s:.1f} %" for (i, c), s in sorted(found.ways.items()) if i == found.isas()[-1]]
    print("  read by the fast reader: " + ", ".join(ways))
    grid("Write: compact, into a string that is reused (pugixml: raw save)", *writing(found))
    grid("Targets", *targets(verdicts))


def markdown(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(str(c) for c in r) + " |" for r in rows])


def report(found, verdicts):
    """The same tables as Markdown."""
    parts = [("Read", reading), ("Validate", validating), ("Write", writing)]
    text = [f"## {title}\n\n{markdown(*make(found))}\n" for title, make in parts]
    return "\n".join(text + [f"## Targets\n\n{markdown(*targets(verdicts))}\n"])
