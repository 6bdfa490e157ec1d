#include "codec/fast/piece.hpp"

#include <cstring>

namespace iso20022::fast {
namespace {

/// Texts that stage 1 counts between the '<' at b and e, which is behind a '>'.
std::uint32_t count_texts(const char* b, const char* e) {
  std::uint32_t n = 0;
  const char* const last = e - 1;
  while ((b = static_cast<const char*>(std::memchr(b, '>', static_cast<std::size_t>(last - b))))) {
    do ++b;
    while (b < last && (*b == ' ' || *b == '\n' || *b == '\t' || *b == '\r'));
    n += *b != '<';  // `last` is a '>' too
  }
  return n;
}

}  // namespace

piece read_piece(session& s, const char* p, codec::piece_reader::middle& place, const frame* top) {
  if (!s.pieces || p[1] == '/') return {};
  s.scope.assign(s.root_says->declared.begin(), s.root_says->declared.end());
  place.ns = s.frames[1].row->ns;
  for (const frame* f = s.frames + 2; f <= top; ++f) {
    if (f->row->kind != schema::fast_kind::enter_namespace) continue;
    place.ns = f->row->ns;
    if (const auto& b = s.entered[f - s.frames]; b.number != schema::ns_none) s.scope.push_back(b);
  }
  if (s.window.source) {  // it may reach beyond the window: copy all that is left
    const std::size_t done = s.window.indexed, size = static_cast<std::size_t>(s.end - s.begin);
    std::memcpy(const_cast<char*>(s.begin) + done, s.window.source + done, size - done);
    s.window.source = nullptr;
  }
  place.depth = static_cast<std::uint32_t>(top - s.frames);
  place.elements = s.elements;
  place.scope = s.scope;
  const char* const end = s.pieces->read_piece(s.input, p, s.end, place);
  if (!end) return {};
  s.elements = place.elements;
  const piece read{end, count_texts(p, end)};
  s.pieces_read.push_back({p, end});
  s.texts_in_pieces += read.texts;
  return read;
}

}  // namespace iso20022::fast
