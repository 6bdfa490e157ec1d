#include "vocabulary.hpp"

#include <cstdio>

namespace iso20022::bench {

namespace {

constexpr std::string_view first_names[] = {"Alwin",  "Berit",  "Caspian", "Dorrit", "Elowen",  "Farley",
                                            "Gudrun", "Hollis", "Isolde",  "Jorun",  "Kestrel", "Lunete",
                                            "Marlow", "Nerys",  "Orrin",   "Petra"};
constexpr std::string_view last_names[] = {"Ashgrove",  "Birchwell", "Copperfold",  "Dunmarsh",
                                           "Emberly",   "Fennimoor", "Greywater",   "Hartsong",
                                           "Ironbrook", "Junivale",  "Kettlestone", "Larkspur"};
constexpr std::string_view trades[] = {"Timber",       "Bakery",           "Instruments", "Logistics",
                                       "Orchards",     "Printworks",       "Glassworks",  "Water Supply",
                                       "Cycle Repair", "Office Furniture", "Seed"};
constexpr std::string_view forms[] = {"Inc",      "LLC",         "Company",       "Corporation",
                                      "Partners", "Cooperative", "Group Holdings"};
constexpr std::string_view bank_kinds[] = {"Savings Bank", "Credit Union", "National Bank", "Trust Company", "Bank"};
constexpr std::string_view streets[] = {"Dream Road", "Lantern Street",         "Old Mill Lane",     "Harbor Avenue",
                                        "Quarry Way", "North Meadow Boulevard", "Tin Whistle Court", "Elm Street"};
constexpr std::string_view towns[] = {"Lakewick",     "Stonebridge Falls", "Port Ember", "Willow Flats",
                                      "Cedar Hollow", "New Amberton",      "Fairmeadow", "Pine"};
constexpr std::string_view states[] = {"IL", "NY", "OH", "TX", "CA", "WA", "MA", "GA", "MN", "CO"};
constexpr std::string_view subjects[] = {
    "invoice",        "rent",         "order",  "salary",
    "deposit",        "subscription", "repair", "consulting fee for the second quarter",
    "return of loan", "tuition"};
// Each is one text's worth of trouble: entities, character references, two, three and four byte characters.
constexpr std::string_view specials[] = {" &amp; Co",      "&apos;s",       " \xC3\xA9t\xC3\xA9", " &lt;new&gt;",
                                         " M\xC3\xBCller", " \xE2\x82\xAC", " &quot;A&quot;",     " S\xC3\xA3o",
                                         " &#233;",        " \xE2\x80\x93 "};

}  // namespace

std::string vocabulary::maybe_special(std::string text) {
  if (r_.below(1000) < special_per_mille_) text += r_.pick(specials);
  return text;
}

std::string vocabulary::person() {
  std::string s{r_.pick(first_names)};
  if (r_.one_in(3)) s += std::string(" ") + static_cast<char>('A' + r_.below(26)) + ".";
  return maybe_special(s + " " + std::string(r_.pick(last_names)));
}

std::string vocabulary::company() {
  std::string s{r_.pick(last_names)};
  s += " ";
  s += r_.pick(trades);
  s += " ";
  s += r_.pick(forms);
  return maybe_special(s);
}

std::string vocabulary::bank() {
  std::string s{r_.pick(towns)};
  s += " ";
  s += r_.pick(bank_kinds);
  return maybe_special(s);
}

std::string vocabulary::street() { return maybe_special(std::string(r_.pick(streets))); }
std::string vocabulary::town() { return maybe_special(std::string(r_.pick(towns))); }
std::string_view vocabulary::state() { return r_.pick(states); }

std::string vocabulary::remittance() {
  std::string s;
  const unsigned parts = r_.between(1, 3);
  for (unsigned i = 0; i < parts; ++i) {
    if (i) s += ", ";
    s += r_.pick(subjects);
    s += " ";
    s += digits(r_.between(3, 8));
  }
  return maybe_special(s.substr(0, 120));
}

std::string vocabulary::phone() { return "+1-555-" + digits(3) + "-" + digits(4); }

std::string vocabulary::e_mail() {
  std::string s = alphanumeric(r_.between(4, 12));
  for (char& c : s) c = static_cast<char>(c | 0x20);
  return s + "@example.com";
}

// Nine digits that no bank has: they begin with 99.
std::string vocabulary::routing_number() { return "99" + digits(7); }

std::string vocabulary::digits(unsigned n) {
  std::string s;
  while (s.size() < n) s += static_cast<char>('0' + r_.below(10));
  return s;
}

std::string vocabulary::alphanumeric(unsigned n) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  std::string s;
  while (s.size() < n) s += alphabet[r_.below(alphabet.size())];
  return s;
}

std::string vocabulary::uetr() {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string s = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
  for (char& c : s) {
    if (c == 'x')
      c = hex[r_.below(16)];
    else if (c == 'y')
      c = hex[8 + r_.below(4)];
  }
  return s;
}

std::string vocabulary::amount() {
  static constexpr std::uint32_t limits[] = {10, 100, 1000, 10'000, 100'000, 500'000};
  char b[32];
  std::snprintf(b, sizeof b, "%u.%02u", r_.between(1, r_.pick(limits)), r_.below(100));
  return b;
}

std::string vocabulary::date() {
  char b[32];
  std::snprintf(b, sizeof b, "2026-%02u-%02u", r_.between(1, 12), r_.between(1, 28));
  return b;
}

std::string vocabulary::date_time() {
  static constexpr std::string_view zones[] = {"-05:00", "-04:00", "-05:00", "-04:00", "Z", ".123Z", ".250-04:00"};
  char b[32];
  std::snprintf(b, sizeof b, "T%02u:%02u:%02u", r_.below(24), r_.below(60), r_.below(60));
  return date() + b + std::string(r_.pick(zones));
}

std::string vocabulary::reference(std::string_view start, unsigned length) {
  std::string s{start};
  if (s.size() < length) s += alphanumeric(length - static_cast<unsigned>(s.size()));
  return s.substr(0, length);
}

}  // namespace iso20022::bench
