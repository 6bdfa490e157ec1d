#include "codec/check.hpp"
#include "codec/writer_walk.hpp"

namespace iso20022 {

namespace {

template <bool Styled>
void run(const message& m, const write_options& options, std::string& out) {
  const schema::image tables(m.registry().image_base());
  codec::writing<Styled>(tables, options, out).run(tables.roots()[m.root()], static_cast<const std::byte*>(m.object()));
}

}  // namespace

bool writer::write(const message& m, std::string& out) const {
  if (!codec::accepts(m)) return false;
  write_checked(m, out);
  return true;
}

void writer::write_checked(const message& m, std::string& out) const {
  if (!m) return;
  if (options_.prefix.empty() && options_.indent == 0) run<false>(m, options_, out);
  else run<true>(m, options_, out);
}

}  // namespace iso20022
