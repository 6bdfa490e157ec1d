// iso20022 reply: the payment status report (pacs.002) that answers a credit transfer (pacs.008).
#include "commands.hpp"
#include "input.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>
#include <iso20022/core/new_york.hpp>
#include <iso20022/envelope/message_id.hpp>
#include <iso20022/transform/payment_status.hpp>

#include <chrono>
#include <cstdio>
#include <memory>

namespace iso20022::cli {
namespace {

struct arguments {
  std::string file, status = "ACTC", reason, explanation, id;
  unsigned indent = 2;
};

/// The routing number of the bank that answers, wherever the message stands.
std::string answering(const message& m, std::string_view document) {
  for (const char* where : {"/CdtTrfTxInf[1]", "/GrpHdr"})
    if (const auto rtn =
            get(m, std::string(document) + "/FIToFICstmrCdtTrf" + where + "/InstdAgt/FinInstnId/ClrSysMmbId/MmbId"))
      return *rtn;
  return "";
}

constexpr std::string_view wrapped_document = "/FedNowCustomerCreditTransfer/Document";

/// The answer in the form that the payment came in; none when it is no credit transfer.
message answer(const message& received, const arguments& a, std::string& id, builder& b) {
  const auto clock = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto now = new_york_time(clock);
  const auto put = [&](std::string_view document) -> transform::status_answer {
    if (id.empty()) id = envelope::message_ids(answering(received, document)).next(clock);
    const auto given = [](const std::string& s) { return s.empty() ? text() : text(s); };
    return {given(id), now, given(a.status), given(a.reason), given(a.explanation)};
  };
  if (const auto* out = received.as<fednow_outgoing_v001::FedNowOutgoing>()) {
    const auto reply = transform::payment_status(
        *out, put("/FedNowOutgoing/FedNowOutgoingMessage" + std::string(wrapped_document)), b);
    return reply ? b.message(*reply) : message();
  }
  if (const auto* in = received.as<fednow_incoming_v001::FedNowIncoming>()) {
    const auto reply =
        transform::payment_status(*in, put("/FedNowIncoming/FedNowIncomingMessage" + std::string(wrapped_document)), b);
    return reply ? b.message(*reply) : message();
  }
  if (const auto* bare = received.as<pacs_008_001_08::Document>())
    return b.message(transform::payment_status(*bare, put("/Document"), b));
  return {};
}

int run(const arguments& a) {
  std::string why;
  const auto bytes = need(a.file, why);
  if (!bytes) return complain(why);
  reader in;
  const auto read = in.read(*bytes);
  if (!read.ok()) {
    std::fputs(read.report().to_text(a.file).c_str(), stderr);
    return complain("a message with errors is not answered with a status report", some_invalid);
  }
  if (a.status == "RJCT" && a.reason.empty())
    return complain("--status RJCT needs a reason, for example --reason AC04 (closed account)");
  builder b;
  std::string id = a.id;
  const auto reply = answer(read.valid(), a, id, b);
  if (!reply)
    return complain(
        "only a credit transfer (pacs.008) is answered with a status report; this is " + std::string(read.valid().id()),
        some_invalid);
  std::string xml;
  if (!writer({.indent = a.indent}).write(reply, xml)) {
    std::fputs(check(reply).to_text("the reply").c_str(), stderr);
    return complain("the reply would not be valid: nothing was written", some_invalid);
  }
  std::fputs(xml.c_str(), stdout);
  std::fputc('\n', stdout);
  return all_valid;
}

}  // namespace

void add_reply(CLI::App& program, int& status) {
  auto* command = program.add_subcommand(
      "reply",
      "Answer a credit transfer (pacs.008) with a payment status report (pacs.002), in the envelope that goes back.");
  command->footer(
      "The reply is checked before it is written to standard output.\n\n"
      "Examples:\n"
      "  iso20022 reply payment.xml                              accepted (ACTC)\n"
      "  iso20022 reply payment.xml --status RJCT --reason AC04  rejected: closed account");
  const auto a = std::make_shared<arguments>();
  command->add_option("FILE", a->file, "The credit transfer, or - for standard input")->required();
  command
      ->add_option("--status", a->status,
                   "ACTC accepted (the default), ACWP accepted without posting, RJCT rejected; later ACCC, PDNG, BLCK")
      ->check(CLI::IsMember({"ACTC", "ACWP", "RJCT", "ACCC", "PDNG", "BLCK"}));
  command->add_option("--reason", a->reason, "Code of the reason, as in the external code list (AC04, BE06, ...)");
  command->add_option("--text", a->explanation, "Additional information, up to 105 characters");
  command->add_option("--id", a->id, "Message id of the reply; made from the date and the answering bank otherwise");
  command->add_option("--indent", a->indent, "Blanks a level; 0 writes one line")->check(CLI::Range(0, 8));
  command->callback([a, &status] { status = run(*a); });
}

}  // namespace iso20022::cli
