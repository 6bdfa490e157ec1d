"""Measurements: the smallest time per document of each (instruction set, verb, corpus, who), and the targets."""
import json
import platform

UNIT = "pugixml"
CORPORA = ["mixed", "envelope", "camt052", "random", "prefix", "pacs008", "pacs008_compact", "pacs002", "rich"]
TITLES = {
    "mixed": "1,024 distinct mixed messages",
    "envelope": "repeated envelope, 4.7 KB",
    "camt052": "camt.052, 10,000 entries, 15 MB",
    "random": "random valid messages, every kind",
    "prefix": "the mix, a prefix on every tag",
    "pacs008": "one pacs.008, indented",
    "pacs008_compact": "one pacs.008, compact",
    "pacs002": "one pacs.002, indented",
    "rich": "one pacs.008 with everything",
}
# (verb, corpus, instruction sets, who, at most this ratio)
TARGETS = [
    ("read", "mixed", ["avx2"], "ours", 0.42),
    ("read", "mixed", ["avx512"], "ours", 0.36),
    ("read", "envelope", ["avx2", "avx512"], "ours", 0.35),
    ("read", "camt052", ["avx2", "avx512"], "ours", 0.33),
    ("read", "random", ["avx2", "avx512"], "ours", 0.80),
    ("read", "prefix", ["avx2", "avx512"], "ours", 0.60),
    ("read", "mixed", ["portable"], "ours", 1.2),
    ("read", "envelope", ["portable"], "ours", 1.2),
    ("read", "camt052", ["portable"], "ours", 1.2),
    ("write", "mixed", ["portable", "avx2", "avx512"], "ours", 0.20),
]
LOADED = "ours, schema loaded at run time"
LOADED_AT_MOST = 1.1
XERCES_AT_LEAST = 45


def instruction_sets():
    """What this machine has, the best one last."""
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="ignore") as f:
            flags = set(next((line for line in f if line.startswith("flags")), "").split())
    except OSError:
        flags = set()
    found = ["portable"]
    if {"avx2", "bmi1", "bmi2"} <= flags:
        found.append("avx2")
    if {"avx512bw", "avx512vl", "avx512_vbmi2", "avx512vbmi"} <= flags:
        found.append("avx512")
    return found


class Results:
    def __init__(self):
        self.ns = {}  # (isa, verb, corpus, who) -> ns a document
        self.sizes = {}  # corpus -> (documents, bytes)
        self.ways = {}  # (isa, corpus) -> share of documents read the fast way
        self.context = {"machine": platform.processor() or platform.machine(), "system": platform.platform()}

    def add(self, output):
        isa = output["context"]["instruction_set"]
        self.context["date"] = output["context"]["date"]
        self.context["cpus"] = output["context"]["num_cpus"]
        for b in output["benchmarks"]:
            if b.get("run_type") == "aggregate" or b.get("error_occurred"):
                if b.get("error_occurred"):
                    print(f"{b['name']}: {b['error_message']}")
                continue
            verb, corpus, who = b["run_name"].split("/")[:3]
            key = (isa, verb, corpus, who)
            scale = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}[b["time_unit"]]
            ns = b["cpu_time"] * scale / b["documents"]
            self.ns[key] = min(ns, self.ns.get(key, ns))
            self.sizes[corpus] = (int(b["documents"]), int(b["bytes"]))
            if "fast" in b and who == "ours":
                self.ways[isa, corpus] = b["fast"] / max(1, b["fast"] + b["general"])

    def isas(self):
        return [i for i in ["portable", "avx2", "avx512"] if any(k[0] == i for k in self.ns)]

    def corpora(self, verb):
        return [c for c in CORPORA if any(k[1] == verb and k[2] == c for k in self.ns)]

    def unit(self, isa, verb, corpus):
        return self.ns.get((isa, "write" if verb == "write" else "read", corpus, UNIT))

    def time(self, isa, verb, corpus, who):
        return self.ns.get((isa, verb, corpus, who))

    def ratio(self, isa, verb, corpus, who):
        time, unit = self.time(isa, verb, corpus, who), self.unit(isa, verb, corpus)
        return time / unit if time and unit else None

    def peers(self):
        """Peers of reading, in the order of their speed on the mix, with the instruction set whose process measured them."""
        order = ["expat", "libxml2", "Xerces", "xsdcxx"]
        return [(w, i) for w in order for i in self.isas()[::-1] if any(k[0] == i and k[3] == w for k in self.ns)][: len(order)]

    def verdicts(self):
        """(what, target text, measured or None, reached or None) for each target."""
        rows = []
        for verb, corpus, isas, who, most in TARGETS:
            for isa in isas:
                r = self.ratio(isa, verb, corpus, who)
                rows.append((f"{verb} {corpus}, {isa}", f"<= {most:.2f}", r, None if r is None else r <= most))
        for isa in ["avx2", "avx512"]:
            loaded, compiled = self.time(isa, "read", "mixed", LOADED), self.time(isa, "read", "mixed", "ours")
            r = loaded / compiled if loaded and compiled else None
            rows.append((f"run-time schema / compiled, {isa}", f"<= {LOADED_AT_MOST:.2f}", r, None if r is None else r <= LOADED_AT_MOST))
        for isa in ["avx2", "avx512"]:
            xerces = next((self.time(i, "read", "mixed", "Xerces") for w, i in self.peers() if w == "Xerces"), None)
            ours = self.time(isa, "read", "mixed", "ours")
            r = xerces / ours if xerces and ours else None
            rows.append((f"faster than Xerces SAX2+XSD, mixed, {isa}", f">= {XERCES_AT_LEAST} x", r, None if r is None else r >= XERCES_AT_LEAST))
        return rows

    def save(self, path):
        data = {
            "context": self.context,
            "corpora": {c: {"documents": d, "bytes": b} for c, (d, b) in self.sizes.items()},
            "measurements": [
                {"isa": i, "verb": v, "corpus": c, "who": w, "ns": round(ns, 1), "ratio": self.ratio(i, v, c, w)}
                for (i, v, c, w), ns in sorted(self.ns.items())
            ],
            "fast_share": [{"isa": i, "corpus": c, "share": s} for (i, c), s in sorted(self.ways.items())],
            "targets": [{"what": w, "target": t, "measured": m, "reached": ok} for w, t, m, ok in self.verdicts()],
        }
        path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path):
        with open(path, encoding="utf-8") as f:
            data = json.load(f)
        r = cls()
        r.context = data["context"]
        r.sizes = {c: (s["documents"], s["bytes"]) for c, s in data["corpora"].items()}
        r.ns = {(m["isa"], m["verb"], m["corpus"], m["who"]): m["ns"] for m in data["measurements"]}
        r.ways = {(w["isa"], w["corpus"]): w["share"] for w in data["fast_share"]}
        return r
