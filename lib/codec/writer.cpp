#include <iso20022/codec/writer.hpp>

#include "codec/check.hpp"
#include "codec/writer_compact.hpp"
#include "xml/chars.hpp"

namespace iso20022 {
namespace {

using plan_pointer = std::shared_ptr<const codec::write_plan>;

plan_pointer builtin_plan() {
  static const plan_pointer plan =
      std::make_shared<const codec::write_plan>(schema::image(schema::registry::builtin().image_base()));
  return plan;
}

/// A plan that keeps the registry that it is made of.
plan_pointer make_plan(const schema::registry& registry) {
  if (registry.image_base() == schema::registry::builtin().image_base()) return builtin_plan();
  if (!registry.image_base()) return nullptr;
  struct kept {
    schema::registry registry;
    codec::write_plan plan;
  };
  const auto both = std::make_shared<const kept>(registry, codec::write_plan(schema::image(registry.image_base())));
  return {both, &both->plan};
}

bool is_prefix(std::string_view s) { return s.empty() || (xml::is_ncname(s) && !s.starts_with("xml")); }

}  // namespace

writer::writer(write_options o) : options_(o), plan_(builtin_plan()) {}
writer::writer(const schema::registry& registry, write_options o) : options_(o), plan_(make_plan(registry)) {}

bool writer::write(const message& m, std::string& out) const {
  if (!is_prefix(options_.prefix) || !codec::accepts(m)) return false;
  write_checked(m, out);
  return true;
}

void writer::write_checked(const message& m, std::string& out) const {
  if (!m) return;
  const schema::image tables(m.registry().image_base());
  const auto& root = tables.rows()[tables.roots()[m.root()].row];
  const auto* const object = static_cast<const std::byte*>(m.object());
  codec::output to(out);
  char* o = to.begin();
  if (options_.declaration) {
    constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    std::memcpy(o, declaration.data(), declaration.size());
    o += declaration.size();
  }
  codec::general_writer general(tables, options_, to, !options_.declaration);
  const bool compact = options_.prefix.empty() && options_.indent == 0 && plan_ && plan_->image_base() == tables.base();
  if (compact) o = codec::compact_writer(*plan_, tables, general, to).root(o, m.root(), object);
  else o = general.component(o, root, object);
  if (options_.indent != 0) {
    o = to.room(o);
    *o++ = '\n';
  }
  to.finish(o);
}

}  // namespace iso20022
