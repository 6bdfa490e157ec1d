#include "schemac/image.hpp"

#include <cstring>

namespace iso20022::schemac {

u32 image_sections::string(const std::string& s) {
  const auto [at, added] = known_.try_emplace(s, static_cast<u32>(strings.size()));
  if (!added) return at->second;
  const auto n = static_cast<u32>(s.size());
  const char* length = reinterpret_cast<const char*>(&n);
  strings.insert(strings.end(), length, length + sizeof n);
  strings.insert(strings.end(), s.begin(), s.end());
  strings.push_back(0);
  strings.resize((strings.size() + 3) & ~std::size_t{3});  // lengths are read as whole words
  return at->second;
}

namespace {

class writer {
 public:
  writer() : block_((sizeof(schema::header) + 127) & ~std::size_t{127}) {}

  template <class T>
  schema::section add(const std::vector<T>& records) {
    const schema::section s{static_cast<u32>(block_.size()), static_cast<u32>(records.size())};
    const auto* p = reinterpret_cast<const std::byte*>(records.data());
    block_.insert(block_.end(), p, p + records.size() * sizeof(T));
    block_.resize((block_.size() + 127) & ~std::size_t{127});
    return s;
  }

  std::vector<std::byte> finish(schema::header h) {
    std::memcpy(h.magic, "ISO20022", 8);
    h.version = schema::image_version;
    h.bytes = static_cast<u32>(block_.size());
    std::memcpy(block_.data(), &h, sizeof h);
    return std::move(block_);
  }

 private:
  std::vector<std::byte> block_;
};

}  // namespace

std::vector<std::byte> image_sections::joined() const {
  writer w;
  schema::header h{};
  h.rows = w.add(rows), h.infos = w.add(infos), h.types = w.add(types), h.attributes = w.add(attributes);
  h.simples = w.add(simples), h.slots = w.add(slots), h.code_slots = w.add(code_slots);
  h.positionals = w.add(positionals), h.dfas = w.add(dfas), h.halves = w.add(halves), h.bytes_ = w.add(bytes);
  h.masks = w.add(masks), h.enums = w.add(enums), h.namespaces = w.add(namespaces), h.roots = w.add(roots);
  h.leaves = w.add(leaves), h.strings = w.add(strings);
  return w.finish(h);
}

std::vector<std::byte> build_image(const dictionary& d, problems& found) {
  image_sections out;
  for (const auto& uri : d.namespaces) out.namespaces.push_back(out.string(uri));
  add_simples(d, out, found);
  add_components(d, out);
  return out.joined();
}

std::string struct_name(const dictionary& d, const component& c) {
  const auto owner = c.root == none ? "model" : d.roots[static_cast<std::size_t>(c.root)].cpp_namespace;
  return "iso20022::" + owner + "::" + c.cpp_name;
}

}  // namespace iso20022::schemac
