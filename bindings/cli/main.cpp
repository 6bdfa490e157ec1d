// iso20022: the library on the command line.
#include "commands.hpp"

#include <cstdio>

int main(int argc, char** argv) {
  CLI::App program{
      "Reads and validates ISO 20022 messages of the FedNow Service.\n\n"
      "Examples:\n"
      "  iso20022 validate payment.xml            every error, with line, column, path and what to do\n"
      "  iso20022 validate --format jsonl inbox/  one JSON object a file, for programs\n"
      "  iso20022 show payment.xml                the message as a tree with business names\n"
      "  iso20022 get PATH payment.xml            the values at a path\n"
      "  iso20022 diff sent.xml received.xml      what two messages say differently\n"
      "  iso20022 reply payment.xml               the status report that accepts it\n"
      "  iso20022 envelope split payment.xml      what its envelope holds, byte for byte\n"
      "  iso20022 bench corpus/                   how fast this machine reads, validates and writes",
      "iso20022"};
  program.set_version_flag("--version", ISO20022_VERSION);
  program.require_subcommand(1);
  int status = iso20022::cli::all_valid;
  iso20022::cli::add_validate(program, status);
  iso20022::cli::add_show(program, status);
  iso20022::cli::add_reply(program, status);
  iso20022::cli::add_get(program, status);
  iso20022::cli::add_diff(program, status);
  iso20022::cli::add_envelope(program, status);
  iso20022::cli::add_sign(program, status);
  iso20022::cli::add_keys(program, status);
  iso20022::cli::add_bench(program, status);
  if (argc < 2) return std::fputs(program.help().c_str(), stderr), iso20022::cli::unreadable;
  try {
    program.parse(argc, argv);
  } catch (const CLI::RequiredError& e) {
    if (!program.get_subcommands().empty()) return program.exit(e), iso20022::cli::unreadable;
    std::fprintf(stderr,
                 "%s is no command; the commands are validate, show, get, diff, reply, envelope, sign, verify, keys and bench.\n"
                 "Run with --help for more information.\n",
                 argv[1]);
    return iso20022::cli::unreadable;
  } catch (const CLI::ParseError& e) {
    return program.exit(e) == 0 ? iso20022::cli::all_valid : iso20022::cli::unreadable;
  }
  return status;
}
