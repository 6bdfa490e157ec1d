// Signatures: ours against ours, and against the program `openssl` both ways.
#include <iso20022/sign/signature_file.hpp>

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace iso20022::sign {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono;
using namespace std::chrono_literals;

constexpr sys_seconds now = sys_days(2026y / 11 / 25) + 12h;
const std::string text = "<Document>\n 51.70 </Document>";

const private_key& key_of(algorithm how) {
  static const private_key rsa = private_key::generate(algorithm::rsa_sha256), p256 = private_key::generate(algorithm::ecdsa_sha256);
  return how == algorithm::rsa_sha256 ? rsa : p256;
}
key_ring ring_of(algorithm how) {
  key_ring ring;
  ring.add({"ours", key_of(how).public_part()});
  return ring;
}
std::string code(const std::optional<error>& e) { return e ? e->code : ""; }

class Signatures : public testing::TestWithParam<algorithm> {};
INSTANTIATE_TEST_SUITE_P(All, Signatures, testing::Values(algorithm::rsa_sha256, algorithm::ecdsa_sha256));

TEST_P(Signatures, HoldForTheVeryBytesOnly) {
  const auto s = sign(text, key_of(GetParam()), "ours");
  const auto ring = ring_of(GetParam());
  EXPECT_EQ(code(verify(text, s, ring, now)), "");
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto other = text;
    other[i] ^= 1;
    EXPECT_EQ(code(verify(other, s, ring, now)), "SIG-WRONG") << i;
  }
  EXPECT_EQ(code(verify(text + "\n", s, ring, now)), "SIG-WRONG");
  EXPECT_EQ(code(verify("", s, ring, now)), "SIG-WRONG");
  for (std::size_t i = 0; i < s.bytes.size(); ++i) {
    auto other = s;
    other.bytes[i] ^= 0x10;
    EXPECT_EQ(code(verify(text, other, ring, now)), "SIG-WRONG") << i;
    other.bytes.resize(i);
    EXPECT_EQ(code(verify(text, other, ring, now)), "SIG-WRONG") << i;
  }
  auto longer = s;
  longer.bytes.push_back(0);
  EXPECT_EQ(code(verify(text, longer, ring, now)), "SIG-WRONG");
  const auto empty = sign("", key_of(GetParam()), "ours");
  EXPECT_EQ(code(verify("", empty, ring, now)), "");
}

TEST_P(Signatures, AreOfAKeyThatIsGood) {
  const auto s = sign(text, key_of(GetParam()), "ours");
  const auto other_way = GetParam() == algorithm::rsa_sha256 ? algorithm::ecdsa_sha256 : algorithm::rsa_sha256;
  EXPECT_EQ(code(verify(text, s, key_ring(), now)), "SIG-KEY-UNKNOWN");
  EXPECT_EQ(code(verify(text, s, ring_of(other_way), now)), "SIG-WRONG") << "a key of another algorithm under the same name";
  key_ring ring;
  const auto with = [&](sys_seconds from, sys_seconds until, bool revoked) {
    ring.add({"ours", key_of(GetParam()).public_part(), from, until, revoked});
    return code(verify(text, s, ring, now));
  };
  EXPECT_EQ(with(now, now + 1s, false), "");
  EXPECT_EQ(with(now - 1h, now, false), "SIG-KEY-EXPIRED");
  EXPECT_EQ(with(now + 1s, now + 1h, false), "SIG-KEY-EARLY");
  EXPECT_EQ(with(now, now + 1s, true), "SIG-KEY-REVOKED");
  EXPECT_EQ(ring.keys().size(), 1u);
  ring.add({"ours", private_key::generate(GetParam()).public_part()});
  EXPECT_EQ(code(verify(text, s, ring, now)), "SIG-WRONG") << "another key under the same name";
}

TEST_P(Signatures, KeysGoThroughPem) {
  const auto& key = key_of(GetParam());
  const auto plain = private_key::from_pem(key.to_pem());
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->public_part().fingerprint(), key.public_part().fingerprint());
  const auto locked = key.to_pem("secret");
  EXPECT_NE(locked.find("ENCRYPTED"), std::string::npos);
  EXPECT_TRUE(private_key::from_pem(locked, "secret"));
  EXPECT_EQ(private_key::from_pem(locked, "wrong").error().code, "KEY-PASSWORD");
  EXPECT_EQ(private_key::from_pem(locked).error().code, "KEY-PASSWORD");
  const auto open = public_key::from_pem(key.public_part().to_pem());
  ASSERT_TRUE(open);
  EXPECT_EQ(open->algorithm(), GetParam());
  EXPECT_EQ(open->fingerprint().size(), 43u);
  EXPECT_EQ(public_key::from_pem(key.to_pem()).error().code, "KEY-PEM") << "a private key is no public one";
  EXPECT_EQ(private_key::from_pem(key.public_part().to_pem()).error().code, "KEY-PEM");
  EXPECT_EQ(public_key::from_pem("").error().code, "KEY-PEM");
}

TEST(SignatureFile, KeepsASignature) {
  const signature s{{0x00, 0xFF, 0x10, 0x20}, "a key"};
  EXPECT_EQ(to_text(s), "key-id: a key\nsignature: AP8QIA==\n");
  const auto back = signature_from_text(to_text(s));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->bytes, s.bytes);
  EXPECT_EQ(back->key_id, s.key_id);
  EXPECT_TRUE(signature_from_text("signature: AP8Q\r\n\r\nkey-id: k\r\n"));
  for (const char* wrong : {"", "key-id: k\n", "signature: AP8Q\n", "key-id: k\nsignature: AP8\n", "key-id: k\nsignature: A=8Q\n", "key-id: k\nsignature: AP8Q \n",
                            "key-id: k\nkey-id: k\nsignature: AP8Q\n", "key-id: k\nsignature: AP8Q\nsignature: AP8Q\n", "key-id: k\nsignature: AP8Q\nx"})
    EXPECT_FALSE(signature_from_text(wrong)) << wrong;
}

/// The program `openssl`, in a folder of its own.
class OpenSsl : public Signatures {
 protected:
  void SetUp() override {
    if (std::string_view(OPENSSL_PROGRAM).ends_with("NOTFOUND")) GTEST_SKIP() << "there is no program openssl";
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  bool run(const std::string& arguments) const {
    return std::system(("cd " + folder_.string() + " && " OPENSSL_PROGRAM " " + arguments + " >log 2>&1").c_str()) == 0;
  }
  template <class Bytes>
  void write(const std::string& name, const Bytes& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  }
  std::string read(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  const fs::path folder_ = fs::temp_directory_path() / ("iso20022_sign_" + std::to_string(getpid()));
};
INSTANTIATE_TEST_SUITE_P(All, OpenSsl, testing::Values(algorithm::rsa_sha256, algorithm::ecdsa_sha256));

TEST_P(OpenSsl, VerifiesOurs) {
  write("text", text);
  write("signature", sign(text, key_of(GetParam()), "ours").bytes);
  write("key.pem", key_of(GetParam()).public_part().to_pem());
  EXPECT_TRUE(run("dgst -sha256 -verify key.pem -signature signature text")) << read("log");
  write("text", text + " ");
  EXPECT_FALSE(run("dgst -sha256 -verify key.pem -signature signature text"));
}

TEST_P(OpenSsl, SignsForUs) {
  write("text", text);
  ASSERT_TRUE(run(GetParam() == algorithm::rsa_sha256 ? "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out key.pem"
                                                       : "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem")) << read("log");
  ASSERT_TRUE(run("dgst -sha256 -sign key.pem -out signature text"));
  ASSERT_TRUE(run("pkey -in key.pem -pubout -out public.pem"));
  const auto key = public_key::from_pem(read("public.pem"));
  ASSERT_TRUE(key);
  key_ring ring;
  ring.add({"theirs", *key});
  const auto bytes = read("signature");
  const signature s{{bytes.begin(), bytes.end()}, "theirs"};
  EXPECT_EQ(code(verify(text, s, ring, now)), "");
  EXPECT_EQ(code(verify(text + "x", s, ring, now)), "SIG-WRONG");
  if (GetParam() != algorithm::rsa_sha256) return;
  ASSERT_TRUE(run("dgst -sha256 -sign key.pem -sigopt rsa_padding_mode:pss -out signature text"));
  const auto pss = read("signature");
  EXPECT_EQ(code(verify(text, {{pss.begin(), pss.end()}, "theirs"}, ring, now)), "SIG-WRONG") << "another padding";
  ASSERT_TRUE(run("dgst -sha1 -sign key.pem -out signature text"));
  const auto sha1 = read("signature");
  EXPECT_EQ(code(verify(text, {{sha1.begin(), sha1.end()}, "theirs"}, ring, now)), "SIG-WRONG") << "another digest";
}

TEST_P(OpenSsl, KeysOfOtherKindsAreRefused) {
  for (const char* how : {"-algorithm RSA -pkeyopt rsa_keygen_bits:1024", "-algorithm EC -pkeyopt ec_paramgen_curve:P-384", "-algorithm ED25519"}) {
    ASSERT_TRUE(run(std::string("genpkey ") + how + " -out key.pem")) << read("log");
    ASSERT_TRUE(run("pkey -in key.pem -pubout -out public.pem"));
    const auto key = private_key::from_pem(read("key.pem"));
    ASSERT_FALSE(key) << how;
    EXPECT_EQ(key.error().code, "KEY-KIND");
    EXPECT_EQ(public_key::from_pem(read("public.pem")).error().code, "KEY-KIND");
  }
}

}  // namespace
}  // namespace iso20022::sign
