#include "opinions.hpp"

#include <algorithm>
#include <exception>

#include "known_differences.hpp"

namespace iso20022::judge {

namespace {

std::string canonical_form(const message& m) {
  std::string out;
  writer().write_checked(m, out);
  return out;
}

our_verdict to_verdict(const report& r) {
  our_verdict v;
  v.valid = r.ok();
  for (const auto& i : r.issues) v.codes.push_back(i.code);
  if (!r.ok() && !r.issues.empty()) {
    const auto& i = r.issues.front();
    v.error = std::to_string(i.line) + ":" + std::to_string(i.column) + " " + std::string(code_text(i.code)) + " " +
              i.message;
  }
  return v;
}

const char* word(bool valid) { return valid ? "valid" : "not valid"; }

}  // namespace

bool our_verdict::has(issue_code c) const { return std::ranges::find(codes, c) != codes.end(); }

std::string_view finding_name(finding f) {
  static constexpr std::string_view names[] = {"none",
                                               "the verdicts differ",
                                               "the fast reader differs from the general one",
                                               "the readers' values differ",
                                               "what was written does not read back equal",
                                               "what was written says something else",
                                               "an exception was thrown"};
  return names[static_cast<int>(f)];
}

opinions::opinions(const xerces_grammars& g, std::vector<std::string> schemas, const std::vector<std::string>& isas,
                   const schema::registry& registry)
    : xerces_(g),
      tables_(registry.image_base()),
      schemas_(std::move(schemas)),
      usual_(registry),
      general_(registry, read_options{.limits = {}, .general_only = true}) {
  for (const auto& isa : isas) isas_.emplace_back(isa, registry);
}

our_verdict opinions::ours(std::string_view xml) {
  try {
    return to_verdict(general_.read(xml).report());
  } catch (const std::exception& e) {
    our_verdict v;
    v.error = std::string("thrown: ") + e.what();
    return v;
  }
}

verdict opinions::libxml2(std::string_view xml) {
  if (!libxml2_) libxml2_ = std::make_unique<libxml2_judge>(schemas_);
  return libxml2_->judge(xml);
}

comparison opinions::compare(std::string_view xml, bool thorough) {
  comparison c;
  try {
    compare_all(xml, thorough, c);
  } catch (const std::exception& e) {
    c.what = finding::threw;
    c.detail = std::string("thrown: ") + e.what();
  }
  return c;
}

void opinions::compare_all(std::string_view xml, bool thorough, comparison& c) {
  const verdict x = xerces(xml);
  const auto read = general_.read(xml);
  const auto v = to_verdict(read.report());
  c.xerces_valid = x.valid;
  c.ours_valid = v.valid;
  const std::string canonical = v.valid ? canonical_form(read.valid()) : std::string();
  compare_fast(xml, canonical, c);
  if (c.what != finding::none) return;
  if (x.valid != v.valid) {
    c.what = finding::verdict;
    c.detail = std::string("Xerces: ") + word(x.valid) + " " + x.error + "\nours: " + word(v.valid) + " " + v.error;
    c.known = known_difference(xml, *this, x, v);
  } else if (v.valid && thorough) {
    compare_written(xml, canonical, c);
  }
}

// The usual reader decides between the fast and the general way; each instruction set is asked besides.
void opinions::compare_fast(std::string_view xml, const std::string& canonical, comparison& c) {
  const auto check = [&](std::string_view who, const message& m, bool valid) {
    if (c.what != finding::none) return;
    const bool same = valid == c.ours_valid;
    if (same && (!valid || canonical_form(m) == canonical)) return;
    c.what = same ? finding::values : finding::fast;
    c.detail = std::string(who) + " reader: " + word(valid) + ", general reader: " + word(c.ours_valid);
    if (same) c.detail += "\n" + std::string(who) + ": " + canonical_form(m) + "\ngeneral: " + canonical;
  };
  const auto usual = usual_.read(xml);
  check("usual", usual.valid(), usual.report().ok());
  if (isas_.empty()) return;
  // Behind the document stands what was there before, often the true rest of a document that was cut off.
  if (padded_.size() < xml.size() + input_padding) padded_.resize(xml.size() + input_padding, ' ');
  padded_.replace(0, xml.size(), xml);
  for (std::size_t i = 0; i < isas_.size(); ++i) {
    const auto m = isas_[i].read({reinterpret_cast<const std::byte*>(padded_.data()), xml.size()});
    if (!m) continue;
    c.fast |= 1u << i;
    check(isas_[i].name(), m, true);
  }
}

void opinions::compare_written(std::string_view xml, const std::string& canonical, comparison& c) {
  const auto again = usual_.read(canonical);
  if (!again.ok() || canonical_form(again.valid()) != canonical) {
    c.what = finding::written;
    c.detail = "written: " + canonical + "\n" + to_verdict(again.report()).error;
    return;
  }
  const auto before = xerces_.digest(xml), after = xerces_.digest(canonical);
  if (before == after) return;
  c.what = finding::lost;
  c.detail = "written: " + canonical + "\nXerces: " + (after == 0 ? xerces(canonical).error : "another digest");
}

std::string opinions::all(std::string_view xml) {
  const verdict x = xerces(xml), v = ours(xml);
  std::string s = std::string("Xerces:   ") + word(x.valid) + "  " + x.error + "\n";
  if (libxml2_judge::available()) {
    const verdict l = libxml2(xml);
    s += std::string("libxml2:  ") + word(l.valid) + "  " + l.error + "\n";
  }
  s += std::string("ours:     ") + word(v.valid) + "  " + v.error + "\n";
  const auto c = compare(xml, true);
  if (c.what != finding::none) s += "finding:  " + std::string(finding_name(c.what)) + "\n";
  if (!c.known.empty()) s += "known:    " + std::string(c.known) + "\n";
  if (c.what > finding::verdict) s += c.detail + "\n";
  return s;
}

// Takes away ever smaller pieces as long as the finding stays the same one.
std::string opinions::shrink(std::string xml) {
  const auto first = compare(xml, true);
  const auto same = [&](const std::string& candidate) {
    const auto c = compare(candidate, true);
    return c.what == first.what && c.known == first.known && c.ours_valid == first.ours_valid &&
           c.xerces_valid == first.xerces_valid;
  };
  for (std::size_t piece = xml.size() / 2; piece >= 1; piece = piece == 1 ? 0 : (piece + 1) / 2) {
    for (std::size_t at = 0; at < xml.size();) {
      std::string candidate = xml;
      candidate.erase(at, piece);
      if (same(candidate))
        xml = std::move(candidate);
      else
        at += piece;
    }
  }
  return xml;
}

}  // namespace iso20022::judge
