#include <iso20022/envelope/wire_form.hpp>

namespace iso20022::envelope {
namespace {

constexpr wire_form all[] = {
    {"FedNowIncoming", "urn:fednow:incoming:v001", "FedNowIncoming/FedNowTechnicalHeader", "FedNowIncoming/FedNowIncomingMessage/*/AppHdr",
     "FedNowIncoming/FedNowIncomingMessage/*/Document"},
    {"FedNowOutgoing", "urn:fednow:outgoing:v001", "FedNowOutgoing/FedNowTechnicalHeader", "FedNowOutgoing/FedNowOutgoingMessage/*/AppHdr",
     "FedNowOutgoing/FedNowOutgoingMessage/*/Document"},
    {"BizMsgEnvlp", "", "", "BizMsgEnvlp/Hdr/AppHdr", "BizMsgEnvlp/Doc/Document"},
    {"RequestPayload", "", "", "RequestPayload/AppHdr", "RequestPayload/Document"},
    {"DataPDU", "", "DataPDU/Header", "DataPDU/Body/AppHdr", "DataPDU/Body/Document"},
    {"AppHdr", "", "", "AppHdr", "Document"},
    {"Document", "", "", "", "Document"},
};

}  // namespace

std::span<const wire_form> wire_forms() { return all; }

const wire_form* find_form(std::string_view name, std::span<const wire_form> forms) {
  for (const auto& f : forms)
    if (f.name == name) return &f;
  return nullptr;
}

}  // namespace iso20022::envelope
