// Account reports (camt.052) of any length, made on the fly.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace stream_test {

inline constexpr std::string_view entry_path = "/Document/BkToCstmrAcctRpt/Rpt/Ntry";

inline constexpr std::string_view report_head = R"(<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08">
  <BkToCstmrAcctRpt>
    <GrpHdr><MsgId>REPORT-1</MsgId><CreDtTm>2024-01-02T10:10:00-05:00</CreDtTm></GrpHdr>
    <Rpt>
      <Id>R-1</Id>
      <Acct><Id><Othr><Id>123456</Id></Othr></Id></Acct>
)";
inline constexpr std::string_view report_tail = R"(      <AddtlRptInf>the end</AddtlRptInf>
    </Rpt>
  </BkToCstmrAcctRpt>
</Document>
)";

/// Entry number `n`; `filler` more details make it as long as one wants (about 1,000 bytes each).
std::string entry(unsigned n, unsigned filler = 1);

/// The report with `entries` entries as a source that makes its bytes when they are asked for; `change` may change each.
class report_source {
 public:
  using change = std::function<void(unsigned n, std::string& entry)>;
  explicit report_source(unsigned entries, unsigned filler = 1, change c = {})
      : entries_(entries), filler_(filler), change_(std::move(c)) {}
  /// The next piece: head, entries one by one, tail; then nothing.
  std::string_view next();

 private:
  unsigned entries_, filler_, at_ = 0;
  change change_;
  std::string text_;
};

/// The whole of it.
std::string whole(report_source);

}  // namespace stream_test
