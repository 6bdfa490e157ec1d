#include "schemac/dictionary.hpp"
#include "schemac/read.hpp"

namespace iso20022::schemac {

dictionary compile(const sources& given, sharing how, problems& found) {
  dictionary d;
  const auto set = read(given, found);
  if (found.empty()) d = resolve(set, found);
  if (found.empty()) share(d, how, found);
  if (found.empty()) check(d, found);
  if (!found.empty()) return {};
  name_things(d);
  lay_out(d);
  return d;
}

}  // namespace iso20022::schemac
