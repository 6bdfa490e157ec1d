// Signs the document of the envelope that is named, and verifies the signature.
#include <iso20022/envelope/split.hpp>
#include <iso20022/sign/signature.hpp>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int count, char** arguments) {
  namespace sign = iso20022::sign;
  std::ifstream in(arguments[count - 1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto parts = iso20022::envelope::split(bytes);
  if (!parts) return std::cerr << parts.error().message << "\n", 1;
  const auto key = sign::private_key::generate(sign::algorithm::ecdsa_sha256);
  const auto signature = sign::sign(parts->document.bytes, key, "mine");
  sign::key_ring ring;
  ring.add({"mine", key.public_part()});
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto wrong = sign::verify(parts->document.bytes, signature, ring, now);
  if (wrong) return std::cerr << wrong->message << "\n", 1;
  std::cout << "signed and verified " << parts->document.bytes.size() << " bytes\n";
  return sign::verify(parts->header.bytes, signature, ring, now) ? 0 : 1;
}
