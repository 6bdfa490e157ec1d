#include "mutate.hpp"

#include <algorithm>

namespace iso20022::judge {

const placed* edits::element() { return &r.pick(doc.elements); }
const placed* edits::leaf() {
  return pick_where([](const placed& p) { return p.leaf; });
}
const placed* edits::component() {
  return pick_where([&](const placed& p) { return !p.leaf && !children_of(p).empty(); });
}

std::vector<const placed*> edits::children_of(const placed& p) const {
  std::vector<const placed*> found;
  const auto index = static_cast<int>(&p - doc.elements.data());
  for (auto i = static_cast<std::size_t>(index) + 1; i < doc.elements.size() && doc.elements[i].begin < p.end; ++i)
    if (doc.elements[i].parent == index) found.push_back(&doc.elements[i]);
  return found;
}

const placed* edits::child_of(const placed& p) {
  const auto all = children_of(p);
  return all.empty() ? nullptr : r.pick(all);
}

const schema::simple* edits::simple_of(const placed& p) const {
  if (!p.leaf) return nullptr;
  const auto& row = image.rows()[p.row];
  return &image.simples()[row.simple ? row.simple : image.types()[row.type].simple];
}

std::string_view edits::tag(const placed& p) const {
  const auto end = doc.xml.find_first_of(" \t\r\n/>", p.begin + 1);
  return view(p.begin + 1, end);
}

std::string_view edits::prefix(const placed& p) const {
  const auto t = tag(p);
  const auto colon = t.find(':');
  return colon == t.npos ? std::string_view() : t.substr(0, colon + 1);
}

std::string_view edits::some_tag_of_the_schema() {
  for (;;) {
    const auto row = 2 + r.below(image.head().rows.count - 2);
    if (!image.name(row).empty()) return image.name(row);
  }
}

std::vector<edits::attribute_at> edits::attributes(const placed& p) const {
  std::vector<attribute_at> found;
  const std::string& x = doc.xml;
  std::size_t at = p.begin + 1 + tag(p).size();
  while (at < p.content) {
    const auto name = x.find_first_not_of(" \t\r\n", at);
    const auto equals = x.find('=', name);
    if (name >= p.content || equals == x.npos || equals >= p.content) break;
    const auto close = x.find(x[equals + 1], equals + 2);
    found.push_back({name, equals, equals + 2, close});
    at = close + 1;
  }
  return found;
}

bool edits::with_attribute(const placed*& p, attribute_at& a) {
  p = pick_where([&](const placed& q) { return q.content - q.begin > tag(q).size() + 2 && !attributes(q).empty(); });
  if (p) a = r.pick(attributes(*p));
  return p != nullptr;
}

void edits::replace(std::size_t begin, std::size_t end, std::string with) {
  edits_.push_back({begin, end, std::move(with)});
}

void edits::add_attribute(const placed& p, std::string_view attribute) {
  insert(p.begin + 1 + tag(p).size(), " " + std::string(attribute));
}

std::size_t edits::between() {
  const auto* c = component();
  if (!c) return root()->content;
  const auto* child = child_of(*c);
  return r.one_in(3) ? c->content_end : r.one_in(2) ? child->begin : child->end;
}

std::string edits::result() const {
  auto sorted = edits_;
  std::ranges::stable_sort(sorted, {}, &edit::begin);
  std::string out;
  std::size_t at = 0;
  for (const auto& e : sorted) {
    if (e.begin < at) continue;
    out.append(doc.xml, at, e.begin - at);
    out += e.with;
    at = e.end;
  }
  return out.append(doc.xml, at);
}

std::vector<mutation> all_mutations() {
  std::vector<mutation> all;
  for (const auto part : {byte_mutations(), tag_mutations(), attribute_mutations(), structure_mutations(),
                          length_mutations(), number_mutations(), date_mutations(), code_mutations(), space_mutations(),
                          reference_mutations(), markup_mutations(), namespace_mutations(), instance_mutations(),
                          declaration_mutations(), open_content_mutations()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

mutant mutate(schema::image i, const document& d, std::span<const mutation> from, random& r) {
  edits e(i, d, r);
  mutant m;
  const unsigned wanted = r.one_in(5) ? r.between(2, 3) : 1;
  unsigned done = 0;
  // A mutation that finds nothing to change is drawn again.
  for (unsigned attempt = 0; attempt < 60 && done < wanted; ++attempt) {
    const mutation& chosen = from[r.below(from.size())];
    if (!chosen.apply(e)) continue;
    if (!m.first) m.first = &chosen;
    m.names += (m.names.empty() ? "" : " + ") + std::string(chosen.name);
    ++done;
  }
  m.xml = e.result();
  return m;
}

}  // namespace iso20022::judge
