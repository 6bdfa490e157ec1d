#include "stream_reports.hpp"

namespace stream_test {

std::string entry(unsigned n, unsigned filler) {
  const auto number = std::to_string(n);
  std::string s = "      <Ntry>\n        <NtryRef>N-" + number + "</NtryRef>\n        <Amt Ccy=\"USD\">" + number +
                  ".25</Amt>\n        <CdtDbtInd>CRDT</CdtDbtInd>\n        <Sts><Cd>BOOK</Cd></Sts>\n"
                  "        <BookgDt><Dt>2024-01-02</Dt></BookgDt>\n        <BkTxCd><Prtry><Cd>RTP</Cd></Prtry></BkTxCd>\n";
  for (unsigned i = 0; i < filler; ++i) {
    s += "        <NtryDtls><TxDtls><Refs><EndToEndId>E2E-" + number + "</EndToEndId></Refs><RmtInf>";
    for (int line = 0; line < 6; ++line)
      s += "<Ustrd>" + std::string(120, static_cast<char>('A' + line)) + " &amp; more</Ustrd>";
    s += "</RmtInf></TxDtls></NtryDtls>\n";
  }
  return s + "      </Ntry>\n";
}

std::string_view report_source::next() {
  const unsigned n = at_++;
  if (n == 0) return report_head;
  if (n > entries_) return n == entries_ + 1 ? report_tail : std::string_view();
  text_ = entry(n, filler_);
  if (change_) change_(n, text_);
  return text_;
}

std::string whole(report_source s) {
  std::string out;
  for (auto piece = s.next(); !piece.empty(); piece = s.next()) out += piece;
  return out;
}

}  // namespace stream_test
