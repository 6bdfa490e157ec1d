"""Measurements: the smallest time per document of each (instruction set, verb, corpus, who)."""
import json
import os
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
PEERS = ["expat", "libxml2", "Xerces", "xsdcxx"]  # by their speed on the mix
STREAMED = "ours, streamed"


def machine():
    """The processor's name as the system tells it."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as f:
            facts = {k.strip(): v.strip() for k, _, v in (line.partition(":") for line in f)}
        return f"{facts['model name']}, family {facts['cpu family']} model {facts['model']}"
    except (OSError, KeyError):
        return platform.machine()


class Results:
    def __init__(self):
        self.ns = {}  # (isa, verb, corpus, who) -> ns a document
        self.sizes = {}  # corpus -> (documents, bytes)
        self.ways = {}  # (isa, corpus) -> share of documents read the fast way
        self.house = {}  # sizes and times of house.py
        self.context = {"machine": machine(), "system": platform.platform(), "load_before": round(os.getloadavg()[0], 1), "processes": {}}

    def add(self, output):
        """Takes the parsed output of one process. A measurement that failed ends everything: a table with holes deceives."""
        context = output["context"]
        isa = context["instruction_set"]
        self.context |= {k: context[k] for k in ["date", "num_cpus", "pugixml", "compiler"]}
        self.context["processes"][isa] = self.context["processes"].get(isa, 0) + 1
        for b in output["benchmarks"]:
            if b.get("error_occurred"):
                raise SystemExit(f"{b['name']}: {b['error_message']}")
            if b.get("run_type") == "aggregate":
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
        """Worst to best."""
        return [i for i in ["portable", "avx2", "avx512"] if any(k[0] == i for k in self.ns)]

    def corpora(self, verb):
        return [c for c in CORPORA if any(k[1] == verb and k[2] == c for k in self.ns)]

    def unit(self, isa, verb, corpus):
        return self.ns.get((isa, "write" if verb == "write" else "read", corpus, UNIT))

    def time(self, isa, verb, corpus, who):
        return self.ns.get((isa, verb, corpus, who))

    def ratio(self, isa, verb, corpus, who):
        """To pugixml in the same processes."""
        time, unit = self.time(isa, verb, corpus, who), self.unit(isa, verb, corpus)
        return time / unit if time and unit else None

    def peers(self):
        """Peers of reading, with the instruction set whose processes measured them."""
        return [(w, i) for w in PEERS for i in self.isas()[::-1] if any(k[0] == i and k[3] == w for k in self.ns)]

    def save(self, path, verdicts):
        data = {
            "context": self.context,
            "corpora": {c: {"documents": d, "bytes": b} for c, (d, b) in self.sizes.items()},
            "measurements": [
                {"isa": i, "verb": v, "corpus": c, "who": w, "ns": round(ns, 1), "ratio": self.ratio(i, v, c, w)}
                for (i, v, c, w), ns in sorted(self.ns.items())
            ],
            "fast_share": [{"isa": i, "corpus": c, "share": s} for (i, c), s in sorted(self.ways.items())],
            "house": self.house,
            "targets": [{"what": v.what, "target": v.target, "at_least": v.at_least, "measured": v.measured, "met": v.met} for v in verdicts],
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
        r.house = data["house"]
        return r
