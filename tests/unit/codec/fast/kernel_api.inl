// Fills a kernel_api from a kernel; included once an instruction set.
namespace iso20022::fast {
namespace {

/// All windows of the index, one after the other; copied on the way when `copy` is not null.
template <class Kernel>
indexed index_with(std::string_view text, char* copy) {
  session s;
  s.begin = copy ? copy : text.data();
  s.end = s.begin + text.size();
  s.window.source = copy ? text.data() : nullptr;
  indexed r;
  do {
    fill<Kernel>(s, 0);
    r.most = std::max(r.most, static_cast<std::size_t>(s.window.end - s.window.entries.get()));
    r.entries.insert(r.entries.end(), s.window.entries.get(), s.window.end);
  } while (s.window.indexed < text.size());
  r.texts = s.window.carried.texts;
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
