// The commands of `iso20022`. Each adds itself to the program and returns its exit status through `status`.
#pragma once

#include <CLI/CLI.hpp>

namespace iso20022::cli {

/// 0: all is well, 1: some message is invalid, 2: something could not be read or was asked for wrongly.
enum exit_status : int { all_valid = 0, some_invalid = 1, unreadable = 2 };

void add_validate(CLI::App& program, int& status);
void add_show(CLI::App& program, int& status);
void add_reply(CLI::App& program, int& status);
void add_bench(CLI::App& program, int& status);

}  // namespace iso20022::cli
