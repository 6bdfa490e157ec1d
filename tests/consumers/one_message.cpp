// A customer's program: one message in, looked at, changed, written, answered. Standard C++20.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/builder.hpp>
#include <iso20022/codec/own.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>
#include <iso20022/messages/fednow_outgoing_v001.hpp>
#include <iso20022/messages/pacs_002_001_10.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

static_assert(__cplusplus >= 202002L);

namespace {

int fail(const char* what) {
  std::cerr << what << "\n";
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return fail("one argument: a file with a FedNowOutgoing message");
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string xml((std::istreambuf_iterator<char>(file)), {});

  iso20022::reader reader;
  const auto read = reader.read(xml);
  if (!read.ok()) return fail(read.report().to_text(arguments[1]).c_str());
  if (!read.valid<iso20022::fednow_outgoing_v001::FedNowOutgoing>()) return fail("no FedNowOutgoing");

  std::string written;
  if (!iso20022::writer().write(read.valid(), written)) return fail("it cannot be written");
  const auto kept = iso20022::own(read.valid());
  if (!iso20022::equal(kept, reader.read(written).valid())) return fail("what was written reads back otherwise");

  iso20022::builder b;
  const iso20022::pacs_002_001_10::Document answer{
      .FIToFIPmtStsRpt = {.GrpHdr = {.MsgId = "A1", .CreDtTm = iso20022::date_time({2026, 4, 1}, 10, 55, 27, 0, 0)}}};
  std::string reply;
  if (!iso20022::writer().write(b.message(answer), reply)) return fail("the answer cannot be written");
  std::cout << written.size() << " bytes of " << kept.get().id() << ", answered by " << reply.size() << " bytes\n";
}
