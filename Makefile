# The two commands: `make demo` and `make test`. Both install what they need (Debian 12 packages) and build first.
BUILD ?= build
PACKAGES = g++ cmake ninja-build ccache libxerces-c-dev libssl-dev openssl libgtest-dev libcli11-dev pkgconf

.PHONY: demo test build packages difftest check-schemas bench sanitize fuzz aarch64 lint format

test: build
	cd $(BUILD) && ctest --output-on-failure -j2

build: packages
	cmake -S . -B $(BUILD) -G Ninja
	cmake --build $(BUILD)

# A FedNow envelope as a tree with business names, the status report that answers it, then a broken copy with its errors.
demo: build
	@$(BUILD)/bin/iso20022 show tests/vectors/credit_transfer.xml
	@echo; echo "== the answer: a payment status report, checked before it was written"
	@$(BUILD)/bin/iso20022 reply tests/vectors/credit_transfer.xml --status ACTC > $(BUILD)/reply.xml
	@cat $(BUILD)/reply.xml; $(BUILD)/bin/iso20022 validate $(BUILD)/reply.xml
	@echo; echo "== a broken copy: every error, not only the first"
	@$(BUILD)/bin/iso20022 validate tests/vectors/credit_transfer_broken.xml; test $$? -eq 1

# N changed messages, our readers and Xerces asked about each: progress, then a table by message kind and mutation.
N ?= 20000
SEED ?= 1
difftest: build
	$(BUILD)/bin/difftest --count $(N) --seed $(SEED) --by-mutation

# Our schemas beside the published ones of ../shared/data/xsd, component by component.
check-schemas: build
	cd $(BUILD) && ctest --output-on-failure -R '^schemas\.'

# What reading, validating and writing cost beside pugixml, expat, libxml2, Xerces and CodeSynthesis: tables, JSON, picture.
# Five minutes and a build in a folder of its own; QUICK=1: under a minute, for a first look; BUILD_TIME=1: also the time of
# a clean build of the library; PUBLISH=1: also into README and docs.
BENCH_BUILD ?= build-bench
bench: PACKAGES += libbenchmark-dev libpugixml-dev libexpat1-dev libxml2-dev xsdcxx python3 binutils
bench: packages
	cmake -S . -B $(BENCH_BUILD) -G Ninja -DISO20022_BENCHMARKS=ON -DISO20022_TESTS=OFF
	cmake --build $(BENCH_BUILD) --target bench one_message corpus
	/usr/bin/python3 benchmarks/run --build $(BENCH_BUILD) $(if $(QUICK),--quick) $(if $(BUILD_TIME),--build-time) \
	  $(if $(PUBLISH),--publish)

# Everything once more under the address and undefined-behaviour sanitizers, with a small difftest: about ten minutes.
sanitize: packages
	cmake --preset sanitize
	cmake --build --preset sanitize
	ctest --preset sanitize

# Each harness of tests/fuzz for SECONDS under libFuzzer and the sanitizers, from the corpus on. Fails when there is a
# finding, whose input is then in build-fuzz/findings.
SECONDS ?= 60
HARNESSES = reader tokenizer pattern schema writer access
fuzz: PACKAGES += clang-19 libclang-rt-19-dev
fuzz: packages
	cmake --preset fuzz
	cmake --build --preset fuzz --target fuzz_harnesses
	@for h in $(HARNESSES); do echo "== $$h"; mkdir -p build-fuzz/corpus/$$h build-fuzz/findings; \
	  LSAN_OPTIONS=suppressions=tests/house/leaks.txt \
	  build-fuzz/bin/fuzz_$$h -max_total_time=$(SECONDS) -timeout=10 -print_final_stats=1 \
	    -artifact_prefix=build-fuzz/findings/$$h- build-fuzz/corpus/$$h tests/fuzz/corpus/$$h 2>&1 \
	    | grep -vE '^#.*(NEW|REDUCE|RELOAD|pulse)'; done; \
	  test -z "$$(ls build-fuzz/findings)"

# The library and its unit tests on 64-bit ARM: cross-built, run under qemu-user. Tables come from the native build.
aarch64: PACKAGES += g++-aarch64-linux-gnu qemu-user googletest
aarch64: build
	cmake --preset aarch64
	cmake --build --preset aarch64
	ctest --preset aarch64

# clang-tidy over the library and the command line, with the checks of .clang-tidy: no finding.
lint: PACKAGES += clang-tidy-19
lint: build
	run-clang-tidy-19 -p $(BUILD) -quiet '$(CURDIR)/(lib|bindings)/.*\.cpp'

# clang-format over the lines that are not as on main.
format: PACKAGES += clang-format-19 git
format: packages
	git clang-format-19 --style=file main

# Installs only what is missing, so that it is silent and needs no root where all is there.
packages:
	@missing=""; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "installing:$$missing"; \
	  SUDO=$$( [ $$(id -u) = 0 ] || echo sudo ); $$SUDO apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$SUDO apt-get install -y -qq --no-install-recommends $$missing; fi
