// The image as constant data: words of eight bytes, so that the compiler is quick and the tables are read-only pages.
#include <charconv>
#include <cstring>

#include "schemac/emit.hpp"

namespace iso20022::schemac {

namespace {

void append_words(std::span<const std::byte> image, std::string& out) {
  char digits[24];
  std::size_t on_line = 0;
  for (std::size_t i = 0; i < image.size(); i += sizeof(u64)) {
    u64 word;
    std::memcpy(&word, image.data() + i, sizeof word);
    std::string_view text;
    if (word < 10000) {
      text = {digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, word).ptr - digits)};
    } else {
      digits[0] = '0', digits[1] = 'x';
      text = {digits,
              static_cast<std::size_t>(std::to_chars(digits + 2, digits + sizeof digits, word, 16).ptr - digits)};
    }
    on_line += text.size() + 1;
    out += text;
    out += ',';
    if (on_line > 110) out += '\n', on_line = 0;
  }
}

}  // namespace

void emit_image(std::span<const std::byte> image, const provenance& from, files& out) {
  std::string text = "// Made by schemac: " + from.command + "\n// Source: " + from.source + R"(
#include <iso20022/schema/registry.hpp>

#include <bit>

static_assert(std::endian::native == std::endian::little, "the tables are little-endian: run schemac on the target");

namespace iso20022::schema {
namespace {

alignas(128) constexpr std::uint64_t words[] = {
)";
  append_words(image, text);
  text += R"(
};

}  // namespace

const registry& registry::builtin() {
  static const registry all = from_image(reinterpret_cast<const std::byte*>(words), nullptr);
  return all;
}

}  // namespace iso20022::schema
)";
  out["image.cpp"] = std::move(text);
}

}  // namespace iso20022::schemac
