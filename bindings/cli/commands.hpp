// The commands of `iso20022`. Each adds itself to the program and returns its exit status through `status`.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

namespace iso20022::cli {

/// 0: all is well, 1: some message is invalid, 2: something could not be read or was asked for wrongly.
enum exit_status : int { all_valid = 0, some_invalid = 1, unreadable = 2 };

/// Says what went wrong on standard error; the status that says so too.
inline int complain(const std::string& what, int status = unreadable) {
  std::fprintf(stderr, "iso20022: %s\n", what.c_str());
  return status;
}

void add_validate(CLI::App& program, int& status);
void add_show(CLI::App& program, int& status);
void add_reply(CLI::App& program, int& status);
void add_bench(CLI::App& program, int& status);
void add_get(CLI::App& program, int& status);
void add_diff(CLI::App& program, int& status);
void add_envelope(CLI::App& program, int& status);
void add_sign(CLI::App& program, int& status);
void add_keys(CLI::App& program, int& status);

/// --schema of a command: what open_registry (schemas.hpp) opens.
inline void add_schema_option(CLI::App& command, std::vector<std::string>& schemas) {
  command
      .add_option("--schema", schemas,
                  "Judge by your own XSD instead: a file or a directory (a MyStandards export, another version, another "
                  "message); may be repeated")
      ->allow_extra_args(false);
}

}  // namespace iso20022::cli
