#include "general_messages.hpp"

#include <gtest/gtest.h>

namespace general_test {

std::string changed(std::string_view text, const std::vector<change>& changes) {
  std::string out(text);
  for (const auto& [from, to] : changes) {
    const auto at = out.find(from);
    if (at == out.npos) ADD_FAILURE() << "not in the message: " << from;
    else out.replace(at, from.size(), to);
  }
  return out;
}
std::string changed(std::string_view text, std::initializer_list<change> changes) {
  return changed(text, std::vector<change>(changes));
}

std::string summary(const iso20022::report& r) {
  std::string out;
  for (const auto& i : r.issues) out += std::string(iso20022::code_text(i.code)) + " " + i.path + "\n";
  return out;
}

std::string places(const iso20022::report& r) {
  std::string out;
  for (const auto& i : r.issues)
    out += std::string(iso20022::code_text(i.code)) + " " + i.path + " " + std::to_string(i.line) + ":" +
           std::to_string(i.column) + "\n";
  return out;
}

iso20022::reader general_reader(iso20022::read_options o) {
  o.general_only = true;
  return iso20022::reader(iso20022::schema::registry::builtin(), o);
}

}  // namespace general_test
