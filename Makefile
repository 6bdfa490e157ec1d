# The two commands: `make demo` and `make test`. Both install what they need (Debian 12 packages) and build first.
BUILD ?= build
PACKAGES = g++ cmake ninja-build ccache libxerces-c-dev libgtest-dev libcli11-dev

.PHONY: demo test build packages

test: build
	cd $(BUILD) && ctest --output-on-failure -j2

build: packages
	cmake -S . -B $(BUILD) -G Ninja
	cmake --build $(BUILD)

# A FedNow envelope as a tree with business names, then a broken copy with its errors.
demo: build
	$(BUILD)/bin/iso20022 show tests/vectors/credit_transfer.xml
	-$(BUILD)/bin/iso20022 validate tests/vectors/credit_transfer.xml tests/vectors/credit_transfer_broken.xml

# Installs only what is missing, so that it is silent and needs no root where all is there.
packages:
	@missing=""; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "installing:$$missing"; \
	  SUDO=$$( [ $$(id -u) = 0 ] || echo sudo ); $$SUDO apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$SUDO apt-get install -y -qq --no-install-recommends $$missing; fi
