#include "codec/check_by_reading.hpp"

#include "codec/check_words.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <string>

namespace iso20022::codec {

bool reads_back(const message& m, report* out) {
  std::string xml;
  writer(m.registry()).write_checked(m, xml);
  reader again(m.registry());
  const auto result = again.read(xml);
  if (result.ok() && equal(result.valid(), m)) return true;
  if (!out) return false;
  for (issue i : result.report().issues) {
    i.offset = 0;
    i.line = i.column = 0;
    i.snippet.clear();
    out->issues.push_back(std::move(i));
  }
  out->truncated |= result.report().truncated;
  if (result.ok()) {
    const subject whole{"/" + std::string(m.spec().element), std::string(m.spec().element), m.spec().business_name, {}};
    out->issues.push_back(make_issue(issue_code::schema_wildcard, whole,
                                     "bytes that end the element around them, or start another one",
                                     "whole elements in open content"));
  }
  return false;
}

}  // namespace iso20022::codec
