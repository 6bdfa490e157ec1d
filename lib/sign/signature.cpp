#include <iso20022/sign/signature.hpp>

#include "sign/handle.hpp"

#include <openssl/err.h>

#include <new>

namespace iso20022::sign {
namespace {

const unsigned char* bytes_of(std::string_view s) { return reinterpret_cast<const unsigned char*>(s.data()); }

error refusal(const char* code, std::string why) { return {code, std::move(why), {}}; }

}  // namespace

signature sign(std::string_view bytes, const private_key& key, std::string key_id) {
  const digest_context context(EVP_MD_CTX_new());
  std::size_t size = 0;
  // the padding of RSA signatures is PKCS#1 v1.5 unless somebody asks for another one
  const bool begun = context && EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get().key.get()) == 1 &&
                     EVP_DigestSign(context.get(), nullptr, &size, bytes_of(bytes), bytes.size()) == 1;
  signature made{std::vector<unsigned char>(size), std::move(key_id)};
  // a good key fails only without memory or random bits
  if (!begun || EVP_DigestSign(context.get(), made.bytes.data(), &size, bytes_of(bytes), bytes.size()) != 1) throw std::bad_alloc();
  made.bytes.resize(size);
  return made;
}

std::optional<error> verify(std::string_view bytes, const signature& s, const key_ring& ring, std::chrono::sys_seconds now) {
  const auto* const known = ring.find(s.key_id);
  if (!known) return refusal("SIG-KEY-UNKNOWN", "nobody knows a key \"" + s.key_id + '"');
  if (known->revoked) return refusal("SIG-KEY-REVOKED", "the key \"" + s.key_id + "\" was revoked");
  if (now >= known->until) return refusal("SIG-KEY-EXPIRED", "the key \"" + s.key_id + "\" is no longer good");
  if (now < known->from) return refusal("SIG-KEY-EARLY", "the key \"" + s.key_id + "\" is not good yet");
  const digest_context context(EVP_MD_CTX_new());
  if (!context) throw std::bad_alloc();
  const bool right = EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, known->key.get().key.get()) == 1 &&
                     EVP_DigestVerify(context.get(), s.bytes.data(), s.bytes.size(), bytes_of(bytes), bytes.size()) == 1;
  ERR_clear_error();
  if (!right) return refusal("SIG-WRONG", "this is not what the key \"" + s.key_id + "\" signed");
  return {};
}

}  // namespace iso20022::sign
