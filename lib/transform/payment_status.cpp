#include <iso20022/transform/payment_status.hpp>

namespace iso20022::transform {

namespace {

using namespace model;

/// FedNow's own samples name the message definition so, in the original's reference and in the header.
constexpr text credit_transfer = "pacs.008.001.08";
constexpr text status_report = "pacs.002.001.10";

using agent = opt<BranchAndFinancialInstitutionIdentification6>;

/// The transaction's own agent, or the one that the group header names for all.
const agent& own_or_common(const agent& own, const agent& common) { return own ? own : common; }

list<StatusReasonInformation12> reasons(const status_answer& answer, builder& b) {
  list<StatusReasonInformation12> all;
  if (!answer.reason && !answer.explanation) return all;
  auto& one = b.push(all, StatusReasonInformation12{});
  if (answer.reason) one.Rsn = b.opt(StatusReason6Choice::Cd(answer.reason));
  if (answer.explanation) b.push(one.AddtlInf, answer.explanation);
  return all;
}

PaymentTransaction110 report_on(const CreditTransferTransaction39& tx, const GroupHeader93& group,
                                const status_answer& answer, builder& b) {
  return {.OrgnlGrpInf = b.opt(OriginalGroupInformation29{
              .OrgnlMsgId = group.MsgId, .OrgnlMsgNmId = credit_transfer, .OrgnlCreDtTm = group.CreDtTm}),
          .OrgnlInstrId = tx.PmtId.InstrId,
          .OrgnlEndToEndId = tx.PmtId.EndToEndId,
          .OrgnlTxId = tx.PmtId.TxId,
          .OrgnlUETR = tx.PmtId.UETR,
          .TxSts = answer.TxSts,
          .StsRsnInf = reasons(answer, b),
          .InstgAgt = own_or_common(tx.InstdAgt, group.InstdAgt),
          .InstdAgt = own_or_common(tx.InstgAgt, group.InstgAgt)};
}

Wrapped_pacs_002_001_10 wrapped(const Wrapped_pacs_008_001_08& payment, const status_answer& answer, builder& b) {
  const auto& header = payment.AppHdr;
  return {.AppHdr = {.Fr = header.To,
                     .To = header.Fr,
                     .BizMsgIdr = answer.MsgId,
                     .MsgDefIdr = status_report,
                     .MktPrctc = header.MktPrctc,
                     .CreDt = answer.CreDtTm},
          .Document = payment_status(payment.Document, answer, b)};
}

}  // namespace

pacs_002_001_10::Document payment_status(const pacs_008_001_08::Document& payment, const status_answer& answer,
                                         builder& b) {
  const auto& original = payment.FIToFICstmrCdtTrf;
  pacs_002_001_10::Document report{.FIToFIPmtStsRpt = {.GrpHdr = {.MsgId = answer.MsgId, .CreDtTm = answer.CreDtTm}}};
  for (const auto& tx : original.CdtTrfTxInf)
    b.push(report.FIToFIPmtStsRpt.TxInfAndSts, report_on(tx, original.GrpHdr, answer, b));
  return report;
}

std::optional<fednow_incoming_v001::FedNowIncoming> payment_status(
    const fednow_outgoing_v001::FedNowOutgoing& received, const status_answer& answer, builder& b) {
  const auto* const payment = received.FedNowOutgoingMessage.FedNowCustomerCreditTransfer();
  if (!payment) return {};
  return fednow_incoming_v001::FedNowIncoming{
      .FedNowIncomingMessage = FedNowIncomingMessage::FedNowPaymentStatus(wrapped(*payment, answer, b))};
}

std::optional<fednow_outgoing_v001::FedNowOutgoing> payment_status(const fednow_incoming_v001::FedNowIncoming& sent,
                                                                   const status_answer& answer, builder& b) {
  const auto* const payment = sent.FedNowIncomingMessage.FedNowCustomerCreditTransfer();
  if (!payment) return {};
  return fednow_outgoing_v001::FedNowOutgoing{
      .FedNowOutgoingMessage = FedNowOutgoingMessage::FedNowPaymentStatus(wrapped(*payment, answer, b))};
}

}  // namespace iso20022::transform
