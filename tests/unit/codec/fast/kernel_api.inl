// Fills a kernel_api from a kernel; included once an instruction set.
namespace iso20022::fast {
namespace {

template <class Kernel>
indexed index_with(std::string_view text, std::size_t capacity) {
  indexed r;
  r.entries.resize(capacity);
  const auto found = make_index<Kernel>(text.data(), text.size(), r.entries.data(), capacity);
  r.entries.resize(found.complete ? found.entries : 0);
  r.texts = found.texts;
  r.complete = found.complete;
  return r;
}

template <class K>
kernel_api api_of(const char* name) {
  return {name,
          index_with<K>,
          [](const char* s, const char* e, const schema::row& r, decimal& d) { return K::read_decimal(s, e, r, d); },
          [](const char* s, std::uint32_t n, date& d) { return K::read_date(s, n, d); },
          [](const char* s, std::uint32_t n, date_time& d) { return K::read_date_time(s, n, d); },
          [](const schema::positional* p, const char* s, std::uint32_t n) { return K::matches(p, s, n); },
          [](const char* p, const char* t, std::uint32_t m) { return K::differs(p, t, m); },
          [](const char* p, const char* q, const char* t, std::uint64_t m) { return K::differs_both(p, q, t, m); },
          [](std::uint64_t v, std::uint64_t k) { return K::extract(v, k); },
          [](const char* p) { return K::currency(p); }};
}

}  // namespace
}  // namespace iso20022::fast
