#include <iso20022/sign/key.hpp>

#include "sign/handle.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace iso20022::sign {
namespace {

constexpr int least_rsa_bits = 2048;

bio reading(std::string_view pem) { return bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))); }

std::string text_of(BIO& b) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(&b, &data);
  return {data, static_cast<std::size_t>(size)};
}

std::string public_pem(const EVP_PKEY* key) {
  const bio out(BIO_new(BIO_s_mem()));
  PEM_write_bio_PUBKEY(out.get(), key);
  return text_of(*out);
}

/// How the key signs; none: it is of a kind that is not used here.
std::optional<algorithm> algorithm_of(const EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "RSA") && EVP_PKEY_get_bits(key) >= least_rsa_bits) return algorithm::rsa_sha256;
  char group[64] = {};
  if (EVP_PKEY_is_a(key, "EC") && EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1 &&
      (std::strcmp(group, "prime256v1") == 0 || std::strcmp(group, "P-256") == 0))
    return algorithm::ecdsa_sha256;
  return {};
}

error wrong_kind(const EVP_PKEY* key) {
  const char* const name = EVP_PKEY_get0_type_name(key);
  return {"KEY-KIND", "keys are RSA of 2048 bits or more, or P-256; this one is " + std::string(name ? name : "unknown") + " of " +
                          std::to_string(EVP_PKEY_get_bits(key)) + " bits", {}};
}

struct password_use {
  std::string_view password;
  bool was_asked = false;
};
int give_password(char* buffer, int size, int, void* use) {
  auto& p = *static_cast<password_use*>(use);
  p.was_asked = true;
  if (p.password.empty() || p.password.size() > static_cast<std::size_t>(size)) return -1;
  std::memcpy(buffer, p.password.data(), p.password.size());
  return static_cast<int>(p.password.size());
}

}  // namespace

result<public_key> public_key::from_pem(std::string_view pem) {
  pkey key(PEM_read_bio_PUBKEY(reading(pem).get(), nullptr, nullptr, nullptr));
  ERR_clear_error();  // of this thread; nobody else shall meet it
  if (!key) return error{"KEY-PEM", "no public key in PEM (-----BEGIN PUBLIC KEY-----)", {}};
  const auto how = algorithm_of(key.get());
  if (!how) return wrong_kind(key.get());
  return public_key(std::make_shared<const handle>(std::move(key), *how));
}

algorithm public_key::algorithm() const { return handle_->algorithm; }
unsigned public_key::bits() const { return static_cast<unsigned>(EVP_PKEY_get_bits(handle_->key.get())); }

std::string public_key::to_pem() const { return public_pem(handle_->key.get()); }

std::string public_key::fingerprint() const {
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(handle_->key.get(), &der);
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(der, static_cast<std::size_t>(std::max(size, 0)), digest);
  OPENSSL_free(der);
  unsigned char text[48];
  EVP_EncodeBlock(text, digest, sizeof digest);
  std::string id(reinterpret_cast<char*>(text), 43);
  std::ranges::replace(id, '+', '-');
  std::ranges::replace(id, '/', '_');
  return id;
}

result<private_key> private_key::from_pem(std::string_view pem, std::string_view password) {
  password_use use{password};
  pkey key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, give_password, &use));
  ERR_clear_error();
  if (!key && use.was_asked) return error{"KEY-PASSWORD", "the private key is encrypted, and the password is not its", {}};
  if (!key) return error{"KEY-PEM", "no private key in PEM (-----BEGIN PRIVATE KEY-----)", {}};
  const auto how = algorithm_of(key.get());
  if (!how) return wrong_kind(key.get());
  return private_key(std::make_shared<const handle>(std::move(key), *how));
}

private_key private_key::generate(enum algorithm how, unsigned bits) {
  pkey key(how == algorithm::ecdsa_sha256 ? EVP_EC_gen("P-256") : EVP_RSA_gen(std::max<unsigned>(bits, least_rsa_bits)));
  if (!key) throw std::bad_alloc();  // no memory, or no random bits
  return private_key(std::make_shared<const handle>(std::move(key), how));
}

algorithm private_key::algorithm() const { return handle_->algorithm; }
unsigned private_key::bits() const { return static_cast<unsigned>(EVP_PKEY_get_bits(handle_->key.get())); }

/// Through PEM, so that what others may know holds nothing that they may not.
public_key private_key::public_part() const { return public_key::from_pem(public_pem(handle_->key.get())).value(); }

std::string private_key::to_pem(std::string_view password) const {
  const bio out(BIO_new(BIO_s_secmem()));
  PEM_write_bio_PKCS8PrivateKey(out.get(), handle_->key.get(), password.empty() ? nullptr : EVP_aes_256_cbc(), password.data(),
                                static_cast<int>(password.size()), nullptr, nullptr);
  return text_of(*out);
}

void key_ring::add(known_key k) {
  const auto same = std::ranges::find(keys_, k.id, &known_key::id);
  if (same != keys_.end()) *same = std::move(k);
  else keys_.push_back(std::move(k));
}

const known_key* key_ring::find(std::string_view id) const {
  const auto found = std::ranges::find(keys_, id, &known_key::id);
  return found == keys_.end() ? nullptr : &*found;
}

}  // namespace iso20022::sign
