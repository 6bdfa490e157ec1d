// Keys for signatures: RSA of 2048 bits and more, and the curve P-256. Everything else is refused when it is loaded.
#pragma once

#include <iso20022/core/result.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::sign {

/// How a key signs; a key signs in one way only, so nobody can be talked into another one.
enum class algorithm : std::uint8_t {
  rsa_sha256,    // RSASSA-PKCS1-v1_5 with SHA-256; the signature is as long as the key
  ecdsa_sha256,  // ECDSA on P-256 with SHA-256; the signature is DER (RFC 3279), 70 to 72 bytes mostly
};

/// What others may know. Immutable; copies share.
class public_key {
 public:
  /// From "-----BEGIN PUBLIC KEY-----" (RFC 7468). KEY-PEM: no such thing; KEY-KIND: another algorithm, or less than 2048 bits.
  static result<public_key> from_pem(std::string_view pem);

  enum algorithm algorithm() const;
  unsigned bits() const;
  std::string to_pem() const;
  /// SHA-256 of its SubjectPublicKeyInfo, as 43 characters of base64url: names it wherever nobody gave it a name.
  std::string fingerprint() const;

  struct handle;  // the library's
  explicit public_key(std::shared_ptr<const handle> h) : handle_(std::move(h)) {}
  const handle& get() const { return *handle_; }

 private:
  std::shared_ptr<const handle> handle_;
};

/// What only the signer knows. Immutable; copies share; the memory is wiped when the last one goes.
class private_key {
 public:
  /// From PKCS#8 ("-----BEGIN PRIVATE KEY-----", or ENCRYPTED with a password) or the older PKCS#1 and SEC1 forms. Errors as for a
  /// public key; KEY-PASSWORD: it is encrypted and the password is not its.
  static result<private_key> from_pem(std::string_view pem, std::string_view password = {});
  /// A new one: RSA of `bits`, or P-256.
  static private_key generate(enum algorithm, unsigned bits = 2048);

  enum algorithm algorithm() const;
  unsigned bits() const;
  public_key public_part() const;
  /// PKCS#8; encrypted (AES-256) when a password is given.
  std::string to_pem(std::string_view password = {}) const;

  struct handle;
  explicit private_key(std::shared_ptr<const handle> h) : handle_(std::move(h)) {}
  const handle& get() const { return *handle_; }

 private:
  std::shared_ptr<const handle> handle_;
};

/// A public key under the name that signatures call it by, with the time it may be used in.
struct known_key {
  std::string id;
  public_key key;
  std::chrono::sys_seconds from = std::chrono::sys_seconds::min();   // the first instant it is good
  std::chrono::sys_seconds until = std::chrono::sys_seconds::max();  // the first instant it is not
  bool revoked = false;
};

/// Keys by name. Value type.
class key_ring {
 public:
  /// A key of the same name takes the place of the one before.
  void add(known_key);
  /// Null: nobody knows it.
  const known_key* find(std::string_view id) const;
  const std::vector<known_key>& keys() const { return keys_; }

 private:
  std::vector<known_key> keys_;
};

}  // namespace iso20022::sign
