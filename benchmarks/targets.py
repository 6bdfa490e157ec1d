"""The targets of the benchmarks, and how the measured numbers compare with them."""
from dataclasses import dataclass

LOADED = "ours, schema loaded at run time"
SIMD = ["avx2", "avx512"]
EVERY = ["portable", "avx2", "avx512"]

# (verb, corpus, instruction sets, at most this ratio to pugixml, the ratio to be proud of)
RATIOS = [
    ("read", "mixed", ["avx2"], 0.42, None),
    ("read", "mixed", ["avx512"], 0.36, None),
    ("read", "envelope", SIMD, 0.35, None),
    ("read", "camt052", SIMD, 0.33, None),
    ("read", "random", SIMD, 0.80, 0.50),
    ("read", "prefix", SIMD, 0.60, None),
    ("read", "mixed", ["portable"], 1.2, None),
    ("read", "envelope", ["portable"], 1.2, None),
    ("read", "camt052", ["portable"], 1.2, None),
    ("read", "random", ["portable"], 1.2, None),
    ("read", "prefix", ["portable"], 1.2, None),
    ("write", "mixed", EVERY, 0.20, 0.12),
]
LOADED_AT_MOST = 1.1
XERCES_AT_LEAST = 45
# of house.json, which `house.py` measures: (key, what, unit, at most)
HOUSE = [
    ("size_bytes", "text + tables of a program with all message kinds", "bytes", 4_000_000),
    ("start_ms", "start, read one message, end", "ms", 2.0),
    ("build_s", "clean build of the library, two cores", "s", 300),
]


@dataclass
class Verdict:
    """One target beside its number. `measured` is None when it was not measured; values are ratios unless `unit` says so."""

    what: str
    target: float
    at_least: bool
    measured: float | None
    stretch: float | None = None
    ns: float | None = None  # of ours
    unit_ns: float | None = None  # of what it is compared with
    unit: str = ""

    @property
    def met(self):
        if self.measured is None:
            return None
        return self.measured >= self.target if self.at_least else self.measured <= self.target

    @property
    def word(self):
        if self.met is None:
            return "not measured"
        if self.stretch is not None and self.measured <= self.stretch:
            return "met, stretch too"
        return "met" if self.met else "NOT MET"


def _quotient(a, b):
    return a / b if a and b else None


def verdicts(found):
    """Every target that this machine can be measured against."""
    rows = []
    for verb, corpus, isas, most, stretch in RATIOS:
        for isa in [i for i in isas if i in found.isas()]:
            rows.append(Verdict(f"{verb} {corpus}, {isa}", most, False, found.ratio(isa, verb, corpus, "ours"), stretch,
                                found.time(isa, verb, corpus, "ours"), found.unit(isa, verb, corpus)))
    for isa in found.isas():
        loaded, compiled = found.time(isa, "read", "mixed", LOADED), found.time(isa, "read", "mixed", "ours")
        rows.append(Verdict(f"schema loaded at run time / compiled in, {isa}", LOADED_AT_MOST, False, _quotient(loaded, compiled),
                            None, loaded, compiled))
    best = found.isas()[-1]  # its processes hold Xerces too
    xerces, ours = found.time(best, "read", "mixed", "Xerces"), found.time(best, "read", "mixed", "ours")
    rows.append(Verdict(f"times faster than Xerces SAX2+XSD, mixed, {best}", XERCES_AT_LEAST, True, _quotient(xerces, ours), None, ours, xerces))
    for key, what, unit, most in HOUSE:
        rows.append(Verdict(what, most, False, found.house.get(key), unit=unit))
    return rows
