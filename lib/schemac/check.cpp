// What can be said in XSD and shared without contradiction, but has no finite message, or does not fit the tables.
#include <algorithm>

#include "schemac/dictionary.hpp"

namespace iso20022::schemac {

namespace {

void refuse(problems& found, const place& where, std::string what) {
  found.push_back({"SCHEMA-REFUSED", std::move(what), where});
}

/// Whether a valid element of this component can end, given which components are known to.
bool can_end(const component& c, const std::vector<bool>& known) {
  const auto ends = [&](const field& f) {
    return f.is_any || f.type.simple || f.min == 0 || known[static_cast<std::size_t>(f.type.index)];
  };
  if (c.is_choice) return contains(c.closes_after, c.fields.size()) || std::ranges::any_of(c.fields, ends);
  return std::ranges::all_of(c.fields, [&](const field& f) { return !f.mandatory || ends(f); });
}

void check_finite(const dictionary& d, problems& found) {
  std::vector<bool> known(d.components.size());
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < known.size(); ++i)
      if (!known[i] && can_end(d.components[i], known)) known[i] = more = true;
  }
  for (std::size_t i = 0; i < known.size(); ++i)
    if (!known[i])
      refuse(found, d.components[i].where,
             d.components[i].name + " contains itself without end: no message could have it");
}

template <class T>
void check_count(const T& all, const char* what, problems& found) {
  if (all.size() > 0xfff0) refuse(found, {}, std::string("more than 65,520 ") + what);
}

}  // namespace

void check(const dictionary& d, problems& found) {
  check_finite(d, found);
  check_count(d.components, "components", found);
  check_count(d.simples, "simple types", found);
  check_count(d.namespaces, "namespaces", found);
  std::size_t attributes = 0, rows = 2 + d.roots.size() + d.leaves.size();
  for (const auto& c : d.components) {
    attributes += c.attributes.size();
    rows += c.fields.size();
    const bool repeats = std::ranges::any_of(c.fields, [](const field& f) { return f.next_same_name != none; });
    if (repeats && rows > 0xffff) refuse(found, c.where, "one name at two places, behind row 65,535 of the tables");
    if (c.fields.size() > 0xfff0) refuse(found, c.where, "more than 65,520 particles");
  }
  if (attributes > 0xfff0) refuse(found, {}, "more than 65,520 attributes");
  if (d.roots.empty()) found.push_back({"SCHEMA-READ", "no global element of a complex type: nothing to read", {}});
}

}  // namespace iso20022::schemac
