#include <iso20022/check/report.hpp>

#include <iso20022/check/json.hpp>

#include <algorithm>

namespace iso20022 {
namespace {

void append_indented(std::string& out, std::string_view lines) {
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    ((out += "    ") += lines.substr(0, end)) += '\n';
    if (end == lines.npos) return;
    lines.remove_prefix(end + 1);
  }
}

void append_block(std::string& out, const issue& i, std::string_view file) {
  if (!file.empty()) (out += file) += ':';
  if (i.line != 0) out += std::to_string(i.line) + ':' + std::to_string(i.column) + ':';
  if (!file.empty() || i.line != 0) out += ' ';
  out += i.severity == severity::error ? "error " : "warning ";
  out += code_text(i.code);
  if (!i.path.empty()) (out += " at ") += i.path;
  ((out += "\n  ") += i.message) += '\n';
  if (i.snippet != "\n^") append_indented(out, i.snippet);  // an empty line shows nothing
}

constexpr std::string_view text_of(layer l) {
  return l == layer::xml ? "xml" : l == layer::schema ? "schema" : "profile";
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  ((out += ",\"") += name) += "\":";
  append_json(out, value);
}
void append_member(std::string& out, std::string_view name, std::uint64_t value) {
  (((out += ",\"") += name) += "\":") += std::to_string(value);
}

void append_object(std::string& out, const issue& i) {
  out += "{\"code\":";
  append_json(out, code_text(i.code));
  append_member(out, "severity", i.severity == severity::error ? "error" : "warning");
  append_member(out, "layer", text_of(i.layer));
  append_member(out, "path", i.path);
  append_member(out, "line", i.line);
  append_member(out, "column", i.column);
  append_member(out, "offset", i.offset);
  append_member(out, "name", i.business_name);
  append_member(out, "found", i.found);
  append_member(out, "expected", i.expected);
  append_member(out, "message", i.message);
  out += '}';
}

}  // namespace

std::size_t report::errors() const {
  return static_cast<std::size_t>(
      std::count_if(issues.begin(), issues.end(), [](const issue& i) { return i.severity == severity::error; }));
}

std::string report::to_text(std::string_view file_name) const {
  std::string out;
  for (const auto& i : issues) append_block(out, i, file_name);
  return out;
}

std::string report::to_json() const {
  std::string out = "[";
  for (const auto& i : issues) {
    if (&i != issues.data()) out += ',';
    append_object(out, i);
  }
  return out += ']';
}

}  // namespace iso20022
