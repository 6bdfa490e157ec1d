// An account report of any size from standard input, entry by entry, in constant memory.
#include <iso20022/codec/stream.hpp>
#include <iso20022/codec/to_text.hpp>
#include <iso20022/messages/camt_052_001_08.hpp>

#include <iostream>

int main() {
  iso20022::stream report("/Document/BkToCstmrAcctRpt/Rpt/Ntry");
  report.pull(iso20022::from_descriptor(0));
  for (const auto& entry : report)
    if (const auto* e = entry.valid<iso20022::model::ReportEntry10>())
      std::cout << entry.index() << ": " << e->Amt.value << ' ' << e->Amt.Ccy << '\n';
  std::cout << report.report().to_text("report");
  return report.report().ok() ? 0 : 1;
}
