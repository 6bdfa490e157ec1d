# The two commands: `make demo` and `make test`. Both install what they need (Debian 12 packages) and build first.
BUILD ?= build
PACKAGES = g++ cmake ninja-build ccache libxerces-c-dev libgtest-dev libcli11-dev pkgconf

.PHONY: demo test build packages difftest check-schemas

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

# Installs only what is missing, so that it is silent and needs no root where all is there.
packages:
	@missing=""; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "installing:$$missing"; \
	  SUDO=$$( [ $$(id -u) = 0 ] || echo sudo ); $$SUDO apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$SUDO apt-get install -y -qq --no-install-recommends $$missing; fi
