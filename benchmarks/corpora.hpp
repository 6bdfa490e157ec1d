// The documents that everything is measured on. Made here, the same bytes on every machine; nothing is read from disk.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::bench {

/// Documents that are read one after the other. Resource.
struct corpus {
  std::string name;
  std::vector<std::string> documents;

  std::size_t bytes() const;
};

/// One document read again and again: branch predictors learn it. "pacs008", "pacs008_compact", "pacs002", "rich".
corpus single(std::string_view name);
/// 1,024 different pacs.008; half of them indented; about one text in a hundred is special.
corpus mixed();
/// The same messages with one prefix on every tag.
corpus mixed_prefixed();
/// The FedNow envelope with a business header and a pacs.008, indented.
corpus envelope();
/// A camt.052 with 10,000 entries, 15 MB.
corpus account_report();

/// 1,024 random valid messages of every kind that the library knows, envelopes included; one free text in seven is
/// special. Needs the compiled-in tables.
corpus random_messages();

/// The documents that need no tables, by name ("pacs008", ..., "mixed", "prefix", "envelope", "camt052"); empty when
/// there is none.
corpus corpus_named(std::string_view name);
std::vector<std::string_view> corpus_names();

}  // namespace iso20022::bench
