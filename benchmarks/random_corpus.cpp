// Random valid messages of every kind: what no parser is tuned to.
#include <iso20022/schema/registry.hpp>

#include "corpora.hpp"
#include "generate.hpp"

namespace iso20022::bench {

corpus random_messages() {
  const schema::image tables(schema::registry::builtin().image_base());
  corpus c{"random", {}};
  const auto roots = tables.roots();
  for (std::uint64_t i = 0; c.documents.size() < 1024; ++i) {
    judge::random r(judge::seed_of(1022, i));
    judge::generate_options o;
    o.style.indent = r.one_in(2) ? 2 : 0;
    o.special_per_mille = 215;  // of free texts: one in seven of all texts
    o.astral = false;           // Xerces would refuse some: it counts those characters twice
    o.elements = 120;
    c.documents.push_back(judge::generate(tables, static_cast<unsigned>(i % roots.size()), o, r.next()).xml);
  }
  return c;
}

}  // namespace iso20022::bench
