"""Puts the results of a run into the documents: the README's table and picture, all tables in docs/benchmarks.md."""
import re
import shutil

import table
from picture import SHOWN
from results import TITLES, UNIT

BEGIN, END = "<!-- made by make bench PUBLISH=1 -->", "<!-- end -->"


def machine(found):
    c = found.context
    return (f"{c['machine']}, {c['num_cpus']} cores; {c['compiler']}, `-O2`; pugixml {c['pugixml']}; {c['date'][:10]}; "
            f"processes an instruction set: {min(c['processes'].values())}; load of the machine before: {c['load_before']}")


def summary(found):
    """The rows of the picture as a Markdown table."""
    isas, peers = found.isas()[::-1], found.peers()
    head = ["ratio to pugixml, and time a message"] + [f"ours {i}" for i in isas] + [UNIT] + [w for w, _ in peers]
    columns = [(i, "ours") for i in isas] + [(isas[0], UNIT)] + [(i, w) for w, i in peers]
    rows = [[f"{verb}: {TITLES[corpus]}"] + [table.cell(found, i, verb, corpus, w) for i, w in columns] for verb, corpus in SHOWN]
    return table.markdown(head, rows)


def publish(found, verdicts, out, root):
    """`out` holds the picture; `root` is the repository."""
    shutil.copyfile(out / "bench.svg", root / "docs/benchmarks.svg")
    (root / "docs/benchmarks.md").write_text(
        f"# Measured by `make bench`\n\n{machine(found)}.\n\n![ratios](benchmarks.svg)\n\n{table.report(found, verdicts)}", encoding="utf-8")
    readme = root / "README.md"
    met = sum(v.met is True for v in verdicts)
    known = sum(v.met is not None for v in verdicts)
    block = (f"{BEGIN}\n{summary(found)}\n\n{machine(found)}. Of {known} measured targets {met} are met: "
             f"[all tables](docs/benchmarks.md).\n\n![Ratios to pugixml](docs/benchmarks.svg)\n{END}")
    text, count = re.subn(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: block, readme.read_text(encoding="utf-8"), flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"{readme}: no place for the table")
    readme.write_text(text, encoding="utf-8")
