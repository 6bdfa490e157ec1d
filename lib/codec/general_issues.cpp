// Findings: where they are, and in which words they are said. Nothing here runs for a valid message.
#include "codec/general_reader.hpp"

#include "check/excerpt.hpp"
#include "check/sentences.hpp"
#include "xml/chars.hpp"

#include <algorithm>

namespace iso20022::codec {
namespace {

constexpr std::size_t longest_list = 8;

/// How many single characters have to change, or neighbours to swap, to make one name the other, at most 3.
std::size_t distance(std::string_view a, std::string_view b) {
  constexpr std::size_t enough = 3, longest = 64;
  if (a.size() > longest || b.size() > longest || std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= enough) return enough;
  std::size_t rows[3][longest + 1];
  for (std::size_t i = 0; i <= a.size(); ++i) {
    auto* const row = rows[i % 3];
    const auto *const above = rows[(i + 2) % 3], *const two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      row[k] = i == 0 ? k : std::min({above[k] + 1, row[k - 1] + 1, above[k - 1] + (a[i - 1] != b[k - 1])});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) row[k] = std::min(row[k], two_above[k - 2] + 1);
    }
  }
  return std::min(rows[a.size() % 3][b.size()], enough);
}

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < longest_list; ++i) {
    if (i) out += i + 1 == names.size() ? " or " : ", ";
    out += names[i];
  }
  return names.size() > longest_list ? out + ", ... (" + std::to_string(names.size()) + " are possible)" : out;
}

std::size_t common_front(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < std::min(a.size(), b.size()) && a[n] == b[n]) ++n;
  return n;
}

}  // namespace

void general_reader::add(finding f) { add(make_issue(std::move(f))); }

issue general_reader::make_issue(finding f) const {
  issue i;
  i.code = f.code;
  i.layer = check::wording_of(f.code).layer;
  i.offset = offset_of(f.at);
  const auto found = f.is_value ? check::quote(f.found) : check::shorten(f.found, 120);
  i.message = check::make_sentence(f.code, {f.tag, f.name, found, f.expected, f.parent});
  i.path = std::move(f.path);
  i.business_name = std::move(f.name);
  i.found = check::shorten(f.found, 120);
  i.expected = std::move(f.expected);
  if (stream_) locate(i);
  return i;
}

void general_reader::add(issue i) {
  if (report_->truncated) return;
  if (report_->issues.size() < limits_.issues) {
    report_->issues.push_back(std::move(i));
    return;
  }
  report_->truncated = stop_ = true;
  report_->issues.push_back(make_issue({issue_code::limit_issues, tokens_.at, {}, {}, {}, {}, std::to_string(limits_.issues), {}}));
}

/// A limit is reached: the rest is not read.
void general_reader::give_up(issue_code code, std::uint64_t limit) {
  const auto tag = parent_name();
  add({code, tokens_.at, path(), tag, parent_business_name(), "more", std::to_string(limit), tag});
  stop_ = true;
}

void general_reader::add_value(issue_code code, const char* at, const std::string& where, std::string_view tag, u32 business,
                               const schema::simple& type, leaf_status status, std::string_view content) {
  auto expected = describe(tables_, type, status);
  if (status == leaf_status::length || status == leaf_status::min_length || status == leaf_status::max_length) {
    bool changed;
    expected += ", not " + std::to_string(facet_length(type, apply_white_space(type.white_space, content, nullptr, changed)));
  }
  if (status == leaf_status::id && xml::is_ncname(content)) expected = "a name that no other ID of the message has";
  add({code, at, where, std::string(tag), std::string(tables_.string(business)), std::string(content), std::move(expected),
       parent_name(), true});
}

/// Those from number `first` on into the order of the input.
void general_reader::sort_issues(std::size_t first) {
  auto& issues = report_->issues;
  const auto before = [](const issue& a, const issue& b) { return a.offset < b.offset; };
  std::stable_sort(issues.begin() + static_cast<std::ptrdiff_t>(first), issues.end() - (report_->truncated ? 1 : 0), before);
}

/// Positions of all issues, in one walk; they then stand in the order of the input.
void general_reader::locate_issues() {
  auto& issues = report_->issues;
  if (issues.empty()) return;
  sort_issues(0);
  const std::string_view input(input_, static_cast<std::size_t>(tokens_.end() - input_));
  check::line_counter counter(input);
  for (auto& i : issues) {
    counter.walk_to(i.offset);
    i.line = counter.line();
    i.column = counter.column();
    i.snippet = check::snippet(input, i.offset);
  }
}

// ---- names and paths

std::string general_reader::path(std::size_t frames) const {
  std::string out;
  for (std::size_t i = 0; i < frames; ++i) {
    (out += '/') += check::shorten_name(frames_[i].local());
    if (frames_[i].index) out += '[' + std::to_string(frames_[i].index) + ']';
  }
  return out;
}

std::string general_reader::path_to(u32 row) const {
  std::string out = path() + '/' + name(row);
  const auto count = counts_[top().counts + tables_.infos()[row].particle];
  if (tables_.rows()[row].max > 1) out += '[' + std::to_string(count + 1) + ']';
  return out;
}

std::string general_reader::name(u32 row) const {
  return tables_.infos()[row].wildcard ? std::string("any element") : std::string(tables_.name(row));
}

std::string general_reader::wanted_namespace(u32 row) const {
  const u16 ns = tables_.rows()[row].ns ? tables_.rows()[row].ns : top().ns;
  return ns < tables_.namespace_count() ? std::string(tables_.namespace_uri(ns)) : "that of " + parent_name();
}

std::string general_reader::parent_name() const {
  return frames_.empty() ? std::string() : check::shorten_name(top().local());
}

/// Empty where the schema does not know the element.
std::string general_reader::parent_business_name() const {
  return frames_.empty() || top().row == 0 ? std::string() : business_name(top().row);
}

std::string general_reader::end_tag(const frame& f) { return "</" + check::shorten_name(f.tag) + ">"; }

std::string general_reader::found_tag() const {
  const auto* const at = tokens_.at;
  const bool is_end = at + 1 < tokens_.end() && at[1] == '/';
  return (is_end ? "</" : "<") + check::shorten_name(tokens_.tag.whole) + ">";
}

std::string general_reader::list_rows(const std::vector<u16>& particles) const {
  std::vector<std::string> names;
  for (const u16 p : particles) names.push_back(name(top().type->first_row + p));
  return join(names);
}

/// What could come instead of an unknown element.
std::string general_reader::expected_children() const {
  const content_model model(tables_, *top().type);
  const auto followers = model.followers(top().last);
  if (followers.empty()) return end_tag(top());
  return list_rows(followers) + (model.may_follow(top().last, outside) ? ", or </" + check::shorten(top().tag, 64) + ">" : "");
}

/// The child whose name the tag is most likely meant to be, and which is not there yet; 0: none.
u32 general_reader::find_similar(const frame& parent) const {
  u32 closest = 0;
  std::size_t best = 3;
  for (u16 p = 0; p < parent.type->row_count; ++p) {
    const u32 row = parent.type->first_row + p;
    if (tables_.infos()[row].wildcard || counts_[parent.counts + p] >= tables_.rows()[row].max) continue;
    const auto d = distance(tables_.name(row), tokens_.tag.local);
    if (d < best && d * 2 < tokens_.tag.local.size() && may_come(parent, row)) best = d, closest = row;
  }
  return closest;
}

void general_reader::report_unknown(u32 meant) {
  const auto local = tokens_.tag.local;
  auto expected = meant ? name(meant) + " (a slip?)" : expected_children();
  add({issue_code::schema_unknown_element, tokens_.at, path() + "/" + check::shorten_name(local), check::shorten_name(local),
       meant ? business_name(meant) : std::string(), found_tag(), std::move(expected), parent_name()});
}

void general_reader::report_root(const resolved& name) {
  const auto roots = tables_.roots();
  const auto uri = name.binding >= 0 ? bindings_[name.binding].uri : std::string_view();
  std::vector<std::string> same_namespace;
  const schema::root* closest = nullptr;
  std::size_t best = std::string_view("urn:").size();
  for (const auto& r : roots) {
    const auto known = tables_.namespace_uri(r.ns);
    if (known == uri) same_namespace.push_back("<" + std::string(tables_.string(r.name)) + ">");
    const auto common = common_front(known, uri);
    if (tables_.string(r.name) == tokens_.tag.local && common > best) closest = &r, best = common;
  }
  std::string expected = (roots.size() == 1 ? "the one known message, <"
                                            : "one of the " + std::to_string(roots.size()) + " known messages; their root elements say their namespace, for example <") +
                         std::string(tables_.string(roots.front().name)) + " xmlns=\"" + std::string(tables_.namespace_uri(roots.front().ns)) + "\">";
  if (!same_namespace.empty()) expected = join(same_namespace) + " in this namespace";
  else if (closest) expected = "for example " + std::string(tables_.string(closest->message_id)) + ": <" +
        std::string(tables_.string(closest->name)) + " xmlns=\"" + std::string(tables_.namespace_uri(closest->ns)) + "\">";
  const auto found = found_tag() + (uri.empty() ? " without a namespace" : " in the namespace " + check::shorten(uri));
  add({issue_code::schema_unknown_root, tokens_.at, "/" + check::shorten_name(tokens_.tag.local), check::shorten_name(tokens_.tag.local), {}, found,
       std::move(expected), {}});
}

}  // namespace iso20022::codec
