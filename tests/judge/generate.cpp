#include "generate.hpp"

#include <algorithm>

#include "content_model.hpp"
#include "generate_value.hpp"

namespace iso20022::judge {

namespace {

class writer {
 public:
  writer(schema::image i, const generate_options& o, std::uint64_t seed, document& out)
      : image_(i), options_(o), r_(seed), values_(i, r_, options_), out_(out), x_(out.xml, o.style) {
    static constexpr unsigned eagerness[] = {8, 20, 35, 50, 70, 90};
    eager_ = r_.pick(eagerness);
  }

  void root(const schema::root& root) {
    if (options_.focus) way_ = way_to(image_, static_cast<int>(root.row), static_cast<int>(options_.focus));
    element(static_cast<int>(root.row), image_.namespace_uri(root.ns), -1);
  }

 private:
  bool full() const { return out_.elements.size() >= options_.elements; }
  bool draw() const { return options_.how == richness::random && !full(); }

  int begin(int row, int parent, bool leaf) {
    const auto content = static_cast<std::uint32_t>(out_.xml.size());
    const auto start = static_cast<std::uint32_t>(out_.xml.rfind('<'));
    out_.elements.push_back({static_cast<std::uint32_t>(row), parent, start, content, content, content, leaf});
    return static_cast<int>(out_.elements.size()) - 1;
  }
  void end(int index) {
    auto& e = out_.elements[static_cast<std::size_t>(index)];
    e.end = static_cast<std::uint32_t>(out_.xml.find('>', out_.xml.rfind("</")) + 1);
    e.content_end = static_cast<std::uint32_t>(out_.xml.rfind("</"));
  }

  void element(int row, std::string_view parent_ns, int parent) {
    const auto& d = image_.rows()[row];
    const auto& info = image_.infos()[row];
    const std::string ns{d.ns ? image_.namespace_uri(d.ns) : parent_ns};
    const bool leaf = info.value != schema::value_kind::component;
    const auto* type = d.type ? &image_.types()[d.type] : nullptr;
    x_.open_in(ns, image_.string(info.name), type ? attributes(*type) : std::string());
    const int me = begin(row, parent, leaf);
    if (leaf || (type && type->content == schema::content_kind::simple))
      text(row, type);
    else if (type)
      children(*type, ns, me);
    x_.close();
    end(me);
  }

  void text(int row, const schema::type* type) {
    const auto& info = image_.infos()[row];
    const auto& simple =
        image_.simples()[type && type->content == schema::content_kind::simple ? type->simple
                                                                               : image_.rows()[row].simple];
    out_.xml += info.fixed_value ? to_xml(image_.string(info.fixed_value - 1), nullptr) : values_.xml(simple);
  }

  std::string attributes(const schema::type& t) {
    std::string all;
    for (unsigned i = 0; i < t.attribute_count; ++i) {
      const auto& a = image_.attributes()[t.first_attribute + i];
      if (a.prohibited || a.ns || (!a.required && (options_.how == richness::minimal || !r_.percent(eager_)))) continue;
      const auto& s = image_.simples()[a.simple];
      std::string v = a.fixed_value ? std::string(image_.string(a.fixed_value - 1)) : values_.value(s);
      v = to_xml(v, nullptr);
      for (std::size_t at = 0; (at = v.find('"', at)) != std::string::npos;) v.replace(at, 1, "&quot;");
      all += (all.empty() ? "" : " ") + std::string(image_.string(a.name)) + "=\"" + v + "\"";
    }
    return all;
  }

  void children(const schema::type& t, const std::string& ns, int me) {
    const content_model model(image_, t);
    const auto first = take_way(model, t);
    for (auto [i, last] = std::pair(std::size_t{0}, content_model::start);; ++i) {
      const int row = i < first.size() ? first[i] : choose(model, t, last);
      if (row < 0) return;
      for (unsigned n = times(row); n; --n) image_.infos()[row].wildcard ? open_content(row, me) : element(row, ns, me);
      last = row;
    }
  }

  /// What the content must begin with to hold the next row on the way to the focus; empty when it is not on it.
  std::vector<int> take_way(const content_model& model, const schema::type& t) {
    if (way_at_ == way_.size() || image_.infos()[way_[way_at_]].owner != image_.infos()[t.first_row].owner) return {};
    return model.shortest_to(way_[way_at_++]);
  }

  /// The next row of a content model, or -1: end here.
  int choose(const content_model& model, const schema::type& t, int last) {
    const bool may_end = model.may_end_after(last);
    auto next = model.next(last);
    if (next.empty()) return -1;
    if (draw()) {
      if (t.is_choice || r_.one_in(12)) return may_end && !r_.percent(eager_) ? -1 : r_.pick(next);
      for (std::size_t i = 0; i + (may_end ? 0 : 1) < next.size(); ++i)
        if (r_.percent(eager_)) return next[i];
      return may_end ? -1 : next.back();
    }
    const bool longest = options_.how == richness::maximal && !full();
    if (may_end && !longest) return -1;
    unsigned best = longest ? 0 : ~0u;
    std::vector<int> equal;
    for (const int n : next) {
      const unsigned d = model.distance(n, longest);
      if (longest ? d > best : d < best) best = d, equal.clear();
      if (d == best) equal.push_back(n);
    }
    return r_.pick(equal);
  }

  unsigned times(int row) {
    const unsigned least = std::max(1u, image_.infos()[row].min), most = image_.rows()[row].max;
    if (most <= least || full() || options_.how == richness::minimal) return least;
    if (options_.how == richness::maximal) return std::min(most, least + 1);
    if (most <= 10 && r_.one_in(10)) return most;
    unsigned n = least;
    while (n < most && n < 12 && r_.percent(25)) ++n;
    return n;
  }

  /// What a wildcard takes: now and then a message that the registry knows, otherwise something of nobody's.
  void open_content(int row, int parent) {
    const auto& info = image_.infos()[row];
    const bool known =
        info.wildcard_ns == 0 && info.wildcard_process != 0 && options_.how == richness::random && r_.one_in(8);
    if (info.wildcard_process == 2 || (known && !full())) {
      const auto roots = image_.roots();
      const auto& root = roots[r_.below(roots.size())];
      if (root.kind != 2) return element(static_cast<int>(root.row), image_.namespace_uri(root.ns), parent);
    }
    const std::string uri = info.wildcard_ns == 2   ? std::string(image_.namespace_uri(image_.rows()[row].ns))
                            : info.wildcard_ns == 3 ? ""
                                                    : "urn:example:" + std::to_string(r_.below(3));
    x_.open_in(uri, "Extra", r_.one_in(3) ? "kind=\"a\"" : "");
    const int me = begin(row, parent, false);
    for (unsigned n = options_.how == richness::minimal ? 0 : r_.below(3); n; --n)
      x_.leaf("Note",
              options_.only_structure
                  ? ""
                  : to_xml(values_.text(r_.between(1, 20), r_.below(1000) < options_.special_per_mille), nullptr));
    x_.close();
    end(me);
  }

  schema::image image_;
  const generate_options& options_;
  random r_;
  value_source values_;
  document& out_;
  xml_out x_;
  unsigned eager_;
  std::vector<int> way_;  // down to the focus
  std::size_t way_at_ = 0;
};

}  // namespace

document generate(schema::image i, unsigned root, const generate_options& o, std::uint64_t seed) {
  document d;
  writer(i, o, seed, d).root(i.roots()[root]);
  return d;
}

xml_style random_style(random& r) {
  static constexpr unsigned indents[] = {0, 0, 2, 2, 4, 1};
  xml_style s{.indent = r.pick(indents)};
  if (r.one_in(4)) s.prefix = r.one_in(2) ? "p8" : "Doc";
  s.declaration = !r.one_in(5);
  if (r.one_in(16)) s.new_line = "\r\n";
  return s;
}

}  // namespace iso20022::judge
