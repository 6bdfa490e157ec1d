#include <iso20022/sign/signature_file.hpp>

#include <openssl/evp.h>

#include <optional>

namespace iso20022::sign {
namespace {

constexpr std::string_view key_line = "key-id: ", signature_line = "signature: ";

/// Strict: whole groups of four, nothing between them.
std::optional<std::vector<unsigned char>> from_base64(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0 || text.find_first_of(" \t\r\n") != text.npos) return {};
  std::vector<unsigned char> bytes(text.size() / 4 * 3);
  if (EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size())) < 0) return {};
  const auto padding = text.ends_with("==") ? 2u : text.ends_with('=') ? 1u : 0u;
  if (text.substr(0, text.size() - padding).find('=') != text.npos) return {};
  bytes.resize(bytes.size() - padding);
  return bytes;
}

error refusal(std::string why) { return {"SIG-FILE", std::move(why), {}}; }

}  // namespace

std::string to_text(const signature& s) {
  std::string base64((s.bytes.size() + 2) / 3 * 4 + 1, '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), s.bytes.data(), static_cast<int>(s.bytes.size()));
  base64.pop_back();
  return std::string(key_line) + s.key_id + "\n" + std::string(signature_line) + base64 + "\n";
}

result<signature> signature_from_text(std::string_view text) {
  signature s;
  bool has_key = false;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (line.starts_with(key_line) && !has_key) {
      s.key_id = line.substr(key_line.size());
      has_key = true;
    } else if (line.starts_with(signature_line) && s.bytes.empty()) {
      auto bytes = from_base64(line.substr(signature_line.size()));
      if (!bytes) return refusal("what follows \"signature: \" is no base64");
      s.bytes = std::move(*bytes);
    } else {
      return refusal("a line that is not expected: " + std::string(line.substr(0, 60)));
    }
  }
  if (!has_key || s.bytes.empty()) return refusal("a signature has two lines: \"key-id: ...\" and \"signature: ...\"");
  return s;
}

}  // namespace iso20022::sign
