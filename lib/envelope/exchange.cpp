#include <iso20022/envelope/exchange.hpp>

namespace iso20022::envelope {
namespace {

constexpr auto to = direction::to_fednow, from = direction::from_fednow;
constexpr bool acknowledged = true, silent = false;
using enum purpose;

constexpr std::string_view standard = "frb.fednow.01";
#define ISO(id) id, "urn:iso:std:iso:20022:tech:xsd:" id

// Sources: the public envelope schemas for wrappers and messages, the operating procedures for acknowledgements and negative
// answers, samples for frb.fednow.01; the other market practices are inferred.
constexpr exchange all[] = {
    {to, "FedNowCustomerCreditTransfer", "Customer credit transfer", ISO("pacs.008.001.08"), standard, value, silent, "pacs.002.001.10"},
    {from, "FedNowCustomerCreditTransfer", "Customer credit transfer", ISO("pacs.008.001.08"), standard, value, silent, "pacs.002.001.10"},
    {to, "FedNowPaymentReturn", "Payment return", ISO("pacs.004.001.10"), standard, value, silent, "pacs.002.001.10"},
    {from, "FedNowPaymentReturn", "Payment return", ISO("pacs.004.001.10"), standard, value, silent, "pacs.002.001.10"},
    {to, "FedNowInstitutionCreditTransfer", "Liquidity management transfer", ISO("pacs.009.001.08"), standard, value, silent, "pacs.002.001.10"},
    {from, "FedNowInstitutionCreditTransfer", "Liquidity management transfer", ISO("pacs.009.001.08"), standard, value, silent, ""},
    {to, "FedNowPaymentStatus", "Payment status report", ISO("pacs.002.001.10"), standard, status, silent, "admi.002.001.01"},
    {from, "FedNowPaymentStatus", "Payment status report", ISO("pacs.002.001.10"), standard, status, silent, ""},
    {to, "FedNowPaymentStatusRequest", "Payment status request", ISO("pacs.028.001.03"), standard, request, acknowledged, "pacs.002.001.10"},
    {from, "FedNowPaymentStatusRequest", "Payment status request", ISO("pacs.028.001.03"), standard, request, acknowledged, "pacs.002.001.10"},
    {to, "FedNowRequestForPayment", "Request for payment", ISO("pain.013.001.07"), standard, request, acknowledged, "pain.014.001.07"},
    {from, "FedNowRequestForPayment", "Request for payment", ISO("pain.013.001.07"), standard, request, acknowledged, "pain.014.001.07"},
    {to, "FedNowRequestForPaymentResponse", "Request for payment response", ISO("pain.014.001.07"), standard, request, acknowledged, "admi.002.001.01"},
    {from, "FedNowRequestForPaymentResponse", "Request for payment response", ISO("pain.014.001.07"), standard, request, acknowledged, ""},
    {to, "FedNowRequestForPaymentCancellationRequest", "Request for payment cancellation request", ISO("camt.055.001.09"), standard, request, acknowledged, "camt.029.001.09"},
    {from, "FedNowRequestForPaymentCancellationRequest", "Request for payment cancellation request", ISO("camt.055.001.09"), standard, request, acknowledged, "camt.029.001.09"},
    {to, "FedNowRequestForPaymentCancellationRequestResponse", "Request for payment cancellation request response", ISO("camt.029.001.09"), "frb.fednow.rcr.01", request, acknowledged, "admi.002.001.01"},
    {from, "FedNowRequestForPaymentCancellationRequestResponse", "Request for payment cancellation request response", ISO("camt.029.001.09"), "frb.fednow.rcr.01", request, acknowledged, ""},
    {to, "FedNowReturnRequest", "Return request", ISO("camt.056.001.08"), standard, request, acknowledged, "camt.029.001.09"},
    {from, "FedNowReturnRequest", "Return request", ISO("camt.056.001.08"), standard, request, acknowledged, "camt.029.001.09"},
    {to, "FedNowReturnRequestResponse", "Return request response", ISO("camt.029.001.09"), "frb.fednow.rrr.01", request, acknowledged, "admi.002.001.01"},
    {from, "FedNowReturnRequestResponse", "Return request response", ISO("camt.029.001.09"), "frb.fednow.rrr.01", request, acknowledged, ""},
    {to, "FedNowInformationRequest", "Information request", ISO("camt.026.001.07"), standard, request, acknowledged, "admi.002.001.01"},
    {from, "FedNowInformationRequest", "Information request", ISO("camt.026.001.07"), standard, request, acknowledged, ""},
    {to, "FedNowInformationRequestResponse", "Information request response", ISO("camt.029.001.09"), "frb.fednow.irr.01", request, acknowledged, "admi.002.001.01"},
    {from, "FedNowInformationRequestResponse", "Information request response", ISO("camt.029.001.09"), "frb.fednow.irr.01", request, acknowledged, ""},
    {to, "FedNowAdditionalPaymentInformation", "Additional payment information", ISO("camt.028.001.09"), standard, request, acknowledged, "admi.002.001.01"},
    {from, "FedNowAdditionalPaymentInformation", "Additional payment information", ISO("camt.028.001.09"), standard, request, acknowledged, ""},
    {to, "FedNowAccountReportingRequest", "Account reporting request", ISO("camt.060.001.05"), standard, report, silent, "admi.002.001.01"},
    {from, "FedNowAccountBalanceReport", "Account balance report", ISO("camt.052.001.08"), "frb.fednow.aba.01", report, silent, ""},
    {from, "FedNowAccountActivityTotalsReport", "Account activity totals report", ISO("camt.052.001.08"), "frb.fednow.aat.01", report, silent, ""},
    {from, "FedNowAccountActivityDetailsReport", "Account activity details report", ISO("camt.052.001.08"), "frb.fednow.aad.01", report, silent, ""},
    {from, "AccountDebitCreditNotification", "Account debit credit notification", ISO("camt.054.001.08"), standard, report, silent, ""},
    {to, "FedNowMessageReject", "Message reject", ISO("admi.002.001.01"), standard, system, silent, ""},
    {from, "FedNowMessageReject", "Message reject", ISO("admi.002.001.01"), standard, system, silent, ""},
    {to, "FedNowParticipantBroadcast", "Participant broadcast", ISO("admi.004.001.02"), standard, system, silent, "admi.002.001.01"},
    {from, "FedNowBroadcast", "FedNow broadcast", ISO("admi.004.001.02"), standard, system, silent, ""},
    {from, "FedNowSystemResponse", "System response", ISO("admi.011.001.01"), standard, system, silent, ""},
    {to, "FedNowRetrievalRequest", "Retrieval request", ISO("admi.006.001.01"), standard, system, silent, "admi.002.001.01"},
    {to, "FedNowReceiptAcknowledgement", "Receipt acknowledgement", ISO("admi.007.001.01"), standard, system, silent, "admi.002.001.01"},
    {from, "FedNowReceiptAcknowledgement", "Receipt acknowledgement", ISO("admi.007.001.01"), standard, system, silent, ""},
    {from, "FedNowParticipantFile", "Participant file", "admi.998.001.02", "urn:swift:xsd:admi.998.001.02", standard, system, silent, ""},
    {to, "FedNowIncomingMessageSignatureManagement", "Key management request", "", "", "", security, silent, ""},
    {from, "FedNowOutgoingMessageSignatureManagement", "Key management response", "", "", "", security, silent, ""},
};
#undef ISO

}  // namespace

std::span<const exchange> exchanges() { return all; }

const exchange* find_exchange(direction d, std::string_view wrapper) {
  for (const auto& e : all)
    if (e.direction == d && e.wrapper == wrapper) return &e;
  return nullptr;
}

const exchange* find_exchange_of(direction d, std::string_view message_id, std::string_view market_practice) {
  for (const auto& e : all)
    if (e.direction == d && e.message_id == message_id && (market_practice.empty() || e.market_practice == market_practice)) return &e;
  return nullptr;
}

}  // namespace iso20022::envelope
