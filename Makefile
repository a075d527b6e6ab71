# `make site` builds the program and, with it, the site of this repository in Public/.
# `make test` tests everything. On a fresh machine both install what is missing first;
# WARTA_INSTALL=0 makes them say what is missing instead.

PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: site program test lint format install bench clean dependencies

site: program
	.build/release/warta build

program: dependencies
	swift build -c release --product warta

# These flags let the tests use the objects of the release build.
test: dependencies
	swift test -c release --disable-testable-imports

lint: dependencies
	swift format lint --strict --parallel --recursive Package.swift Sources Tests
	.ci/check-rules
	swift build --build-tests --scratch-path .build-lint \
	  --explicit-target-dependency-import-check error -Xswiftc -warnings-as-errors

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests

# One file that needs neither Swift nor the three C libraries where it runs.
install: dependencies
	.ci/build-static
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build-static/release/warta "$(DESTDIR)$(PREFIX)/bin/warta"

bench: program
	.ci/bench

clean:
	rm -rf .build .build-lint .build-static .warta

dependencies:
	@.ci/dependencies
