// OpenSSL's objects with owners.
#pragma once

#include <iso20022/sign/key.hpp>

#include <openssl/bio.h>
#include <openssl/evp.h>

#include <memory>

namespace iso20022::sign {

template <auto Free>
struct free_with {
  template <class T>
  void operator()(T* p) const { Free(p); }
};
using pkey = std::unique_ptr<EVP_PKEY, free_with<EVP_PKEY_free>>;
using pkey_context = std::unique_ptr<EVP_PKEY_CTX, free_with<EVP_PKEY_CTX_free>>;
using digest_context = std::unique_ptr<EVP_MD_CTX, free_with<EVP_MD_CTX_free>>;
using bio = std::unique_ptr<BIO, free_with<BIO_free>>;

struct public_key::handle { pkey key; enum algorithm algorithm; };
struct private_key::handle { pkey key; enum algorithm algorithm; };

}  // namespace iso20022::sign
