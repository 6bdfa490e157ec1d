// iso20022 envelope: the parts of an envelope, byte for byte, and back.
#include "commands.hpp"
#include "input.hpp"

#include <iso20022/envelope/exchange.hpp>
#include <iso20022/envelope/seal.hpp>
#include <iso20022/envelope/split.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

namespace iso20022::cli {
namespace {

using envelope::parts;

struct split_arguments { std::string file, part, folder; };
struct seal_arguments { std::string form = "FedNowIncoming", wrapper, header, document, technical_header; };

/// A part by the name that files and options give it.
struct named_part { const char* name; const char* file; envelope::part parts::*where; };
constexpr std::array<named_part, 3> named_parts{{{"technical-header", "technical_header.xml", &parts::technical_header},
                                                 {"header", "AppHdr.xml", &parts::header},
                                                 {"document", "Document.xml", &parts::document}}};

/// What the wrapper says of the message, when it is one of FedNow's.
const envelope::exchange* exchange_of(const parts& p) {
  if (p.form->name == "FedNowIncoming") return envelope::find_exchange(envelope::direction::to_fednow, p.wrapper);
  if (p.form->name == "FedNowOutgoing") return envelope::find_exchange(envelope::direction::from_fednow, p.wrapper);
  return nullptr;
}

void print(const parts& p, const std::string& bytes) {
  std::printf("form              %.*s\n", static_cast<int>(p.form->name.size()), p.form->name.data());
  if (!p.wrapper.empty()) std::printf("wrapper           %.*s\n", static_cast<int>(p.wrapper.size()), p.wrapper.data());
  if (const auto* e = exchange_of(p)) {
    std::printf("message           %s%s%s\n", std::string(e->business_name).c_str(), e->message_id.empty() ? "" : ", ", std::string(e->message_id).c_str());
    if (e->needs_acknowledgement) std::puts("answer            a receipt acknowledgement (admi.007) at once");
    if (!e->negative_answer.empty()) std::printf("if rejected       %s\n", std::string(e->negative_answer).c_str());
  }
  for (const auto& n : named_parts)
    if (const auto& part = p.*n.where)
      std::printf("%-17s bytes %zu to %zu, %.*s\n", n.name, static_cast<std::size_t>(part.bytes.data() - bytes.data()),
                  static_cast<std::size_t>(part.bytes.data() - bytes.data()) + part.bytes.size(), static_cast<int>(part.namespace_uri.size()),
                  part.namespace_uri.data());
}

int write_files(const parts& p, const std::filesystem::path& folder) {
  std::error_code why;
  std::filesystem::create_directories(folder, why);
  if (why) return complain("cannot make " + folder.string() + ": " + why.message());
  for (const auto& n : named_parts) {
    const auto& part = p.*n.where;
    if (!part) continue;
    std::ofstream out(folder / n.file, std::ios::binary);
    out << part.bytes << std::flush;
    if (!out) return complain("cannot write " + (folder / n.file).string());
    std::printf("%s\n", (folder / n.file).c_str());
  }
  return all_valid;
}

int run(const split_arguments& a) {
  std::string why;
  const auto bytes = need(a.file, why);
  if (!bytes) return complain(why);
  const auto found = envelope::split(*bytes);
  if (!found) return complain(a.file + ":" + found.error().where + ": " + found.error().code + ": " + found.error().message, some_invalid);
  if (!a.folder.empty()) return write_files(*found, a.folder);
  if (a.part.empty()) return print(*found, *bytes), all_valid;
  for (const auto& n : named_parts) {
    if (a.part != n.name) continue;
    const auto& part = *found.*n.where;
    if (!part) return complain(a.file + " has no " + a.part, some_invalid);
    std::fwrite(part.bytes.data(), 1, part.bytes.size(), stdout);  // these bytes and no other, for signatures
  }
  return all_valid;
}

/// The part alone in a file: its root element without what stands before and behind it.
bool take(const std::string& name, std::string& bytes, envelope::part& into, std::string& complaint) {
  if (name.empty()) return true;
  auto read = need(name, complaint);
  if (!read) return false;
  bytes = std::move(*read);
  const envelope::wire_form any[] = {{"AppHdr", "", "", "AppHdr", ""}, {"Document", "", "", "", "Document"},
                                     {"FedNowTechnicalHeader", "", "", "FedNowTechnicalHeader", ""}};
  const auto found = envelope::split(bytes, any);
  if (!found) return complaint = name + ":" + found.error().where + ": " + found.error().message, false;
  into = found->header ? found->header : found->document;
  return true;
}

int run(const seal_arguments& a) {
  parts p;
  p.form = envelope::find_form(a.form);
  std::array<std::string, 3> bytes;
  std::string complaint;
  if (!take(a.technical_header, bytes[0], p.technical_header, complaint) || !take(a.header, bytes[1], p.header, complaint) ||
      !take(a.document, bytes[2], p.document, complaint))
    return complain(complaint);
  p.wrapper = a.wrapper;
  if (p.wrapper.empty()) {  // the first one that carries such a document
    const bool to = a.form == "FedNowIncoming";
    for (const auto& e : envelope::exchanges())
      if (p.wrapper.empty() && (e.direction == envelope::direction::to_fednow) == to && e.namespace_uri == p.document.namespace_uri) p.wrapper = e.wrapper;
  }
  const auto sealed = envelope::seal(p);
  if (!sealed) return complain(sealed.error().message + (p.wrapper.empty() ? "; name it with --wrapper" : ""), some_invalid);
  std::fwrite(sealed->data(), 1, sealed->size(), stdout);
  std::fputc('\n', stdout);
  return all_valid;
}

}  // namespace

void add_envelope(CLI::App& program, int& status) {
  auto* command = program.add_subcommand("envelope", "Take an envelope apart, or put one together, without touching a byte of its parts.");
  command->require_subcommand(1);

  auto* split = command->add_subcommand("split", "Say what an envelope holds, or print one of its parts: exactly the bytes that came, as a signature needs them.");
  split->footer(
      "Knows FedNowIncoming, FedNowOutgoing, BizMsgEnvlp, RequestPayload, DataPDU, and header and document without an envelope.\n\n"
      "Examples:\n"
      "  iso20022 envelope split received.xml\n"
      "  iso20022 envelope split received.xml --part document | sha256sum\n"
      "  iso20022 envelope split received.xml --out parts/");
  const auto s = std::make_shared<split_arguments>();
  split->add_option("FILE", s->file, "The message, or - for standard input")->required();
  auto* part = split->add_option("--part", s->part, "Print this part alone")->check(CLI::IsMember({"technical-header", "header", "document"}));
  split->add_option("--out", s->folder, "Write every part into a file of this folder")->excludes(part);
  split->callback([s, &status] { status = run(*s); });

  auto* seal = command->add_subcommand("seal", "Put a business header and a document into an envelope, on standard output.");
  seal->footer(
      "Example:\n"
      "  iso20022 envelope seal --header AppHdr.xml --document Document.xml");
  const auto t = std::make_shared<seal_arguments>();
  seal->add_option("--form", t->form, "Which envelope")
      ->check(CLI::IsMember({"FedNowIncoming", "FedNowOutgoing", "BizMsgEnvlp", "RequestPayload", "DataPDU"}))->capture_default_str();
  seal->add_option("--wrapper", t->wrapper, "The element around header and document; from the document's namespace otherwise");
  seal->add_option("--header", t->header, "File with the AppHdr");
  seal->add_option("--document", t->document, "File with the Document")->required();
  seal->add_option("--technical-header", t->technical_header, "File with FedNow's technical header");
  seal->callback([t, &status] { status = run(*t); });
}

}  // namespace iso20022::cli
