"""What a program costs that has all message kinds in it: its size, its start, its build."""
import os
import pathlib
import shutil
import subprocess
import sys
import time

STARTS = 300


def size_bytes(program):
    """Code, tables and data of the program file as `size` counts them (the C++ library is shared and not counted)."""
    text, data, _ = subprocess.run(["size", program], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[1].split()[:3]
    return int(text) + int(data)


def run_ms(command):
    """Milliseconds from the start to the end of the process: the smallest of many."""
    best = float("inf")
    quiet = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]
    for _ in range(STARTS):
        begin = time.perf_counter_ns()
        pid = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
        _, status = os.waitpid(pid, 0)
        best = min(best, time.perf_counter_ns() - begin)
        if status != 0:
            sys.exit(f"{' '.join(command)} failed")
    return best / 1e6


def build_s(source, folder):
    """Seconds for configuring and building the library and one program from nothing, on two cores, without ccache."""
    shutil.rmtree(folder, ignore_errors=True)
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "env": dict(os.environ, CCACHE_DISABLE="1")}
    begin = time.monotonic()
    subprocess.run(["cmake", "-S", source, "-B", folder, "-G", "Ninja", "-DISO20022_TESTS=OFF", "-DISO20022_BENCHMARKS=ON"], **quiet)
    subprocess.run(["cmake", "--build", folder, "-j2", "--target", "one_message", "iso20022_loader"], **quiet)
    taken = time.monotonic() - begin
    shutil.rmtree(folder)
    return taken


def measure(program, document, source, with_build):
    """The numbers by the keys that targets.py knows."""
    print("a program of one message: size and start ...", file=sys.stderr, flush=True)
    found = {"size_bytes": size_bytes(program), "start_ms": run_ms([program, document]), "start_of_true_ms": run_ms(["/bin/true"])}
    if with_build:
        print("clean build of the library ...", file=sys.stderr, flush=True)
        found["build_s"] = build_s(source, str(pathlib.Path(program).parent.parent / "clean-build"))
    return found
