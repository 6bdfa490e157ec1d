// iso20022 sign, verify and keys: signatures beside messages.
#include "commands.hpp"
#include "input.hpp"

#include <iso20022/envelope/split.hpp>
#include <iso20022/sign/signature_file.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

namespace iso20022::cli {
namespace {

struct arguments { std::string file, part = "whole", key, key_id, password_file, signature; };
struct new_key { std::string kind = "p256", out, password_file; unsigned bits = 2048; };

/// The file, or the part of it that was asked for.
std::optional<std::string> bytes_of(const arguments& a, std::string& why) {
  auto bytes = need(a.file, why);
  if (!bytes || a.part == "whole") return bytes;
  const auto found = envelope::split(*bytes);
  if (!found) return why = a.file + ":" + found.error().where + ": " + found.error().message, std::nullopt;
  const auto& part = a.part == "header" ? found->header : found->document;
  if (!part) return why = a.file + " has no " + a.part, std::nullopt;
  return std::string(part.bytes);
}

std::optional<std::string> password(const std::string& file, std::string& why) {
  if (file.empty()) return "";
  auto text = need(file, why);
  if (!text) return {};
  while (text->ends_with('\n') || text->ends_with('\r')) text->pop_back();
  return text;
}

std::optional<sign::private_key> open_private(const std::string& file, const std::string& password_file, std::string& why) {
  const auto pem = need(file, why);
  if (!pem) return {};
  const auto secret = password(password_file, why);
  if (!secret) return {};
  auto key = sign::private_key::from_pem(*pem, *secret);
  if (!key) return why = file + ": " + key.error().message, std::nullopt;
  return *key;
}

/// A public key, or the public part of a private one.
std::optional<sign::public_key> open_public(const std::string& file, const std::string& password_file, std::string& why) {
  const auto pem = need(file, why);
  if (!pem) return {};
  if (pem->find("PRIVATE KEY-----") == pem->npos) {
    auto key = sign::public_key::from_pem(*pem);
    if (!key) return why = file + ": " + key.error().message, std::nullopt;
    return *key;
  }
  const auto key = open_private(file, password_file, why);
  return key ? std::optional(key->public_part()) : std::nullopt;
}

int run_sign(const arguments& a) {
  std::string why;
  const auto bytes = bytes_of(a, why);
  const auto key = bytes ? open_private(a.key, a.password_file, why) : std::nullopt;
  if (!key) return complain(why);
  const auto id = a.key_id.empty() ? key->public_part().fingerprint() : a.key_id;
  std::fputs(sign::to_text(sign::sign(*bytes, *key, id)).c_str(), stdout);
  return all_valid;
}

int run_verify(const arguments& a) {
  std::string why;
  const auto bytes = bytes_of(a, why);
  const auto key = bytes ? open_public(a.key, a.password_file, why) : std::nullopt;
  const auto text = key ? need(a.signature, why) : std::nullopt;
  if (!text) return complain(why);
  const auto signature = sign::signature_from_text(*text);
  if (!signature) return complain(a.signature + ": " + signature.error().message, some_invalid);
  sign::key_ring ring;
  ring.add({a.key_id.empty() ? key->fingerprint() : a.key_id, *key});
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (const auto wrong = sign::verify(*bytes, *signature, ring, now)) return complain(a.file + ": " + wrong->code + ": " + wrong->message, some_invalid);
  std::printf("%s: signed by %s\n", a.file.c_str(), signature->key_id.c_str());
  return all_valid;
}

const char* name_of(sign::algorithm how) { return how == sign::algorithm::rsa_sha256 ? "RSA" : "P-256"; }

int run_new(const new_key& n) {
  std::string why;
  const auto secret = password(n.password_file, why);
  if (!secret) return complain(why);
  const auto key = sign::private_key::generate(n.kind == "rsa" ? sign::algorithm::rsa_sha256 : sign::algorithm::ecdsa_sha256, n.bits);
  const auto pem = key.to_pem(*secret);
  const int out = open(n.out.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);  // for its owner only, and never over another one
  const bool done = out >= 0 && write(out, pem.data(), pem.size()) == static_cast<ssize_t>(pem.size());
  if (out < 0 || close(out) != 0 || !done) return complain("cannot write " + n.out + " (a key that is there is not overwritten)");
  std::fputs(key.public_part().to_pem().c_str(), stdout);
  std::fprintf(stderr, "%s: a new %s key, id %s\n", n.out.c_str(), name_of(key.algorithm()), key.public_part().fingerprint().c_str());
  return all_valid;
}

int run_show(const std::string& file, const std::string& password_file) {
  std::string why;
  const auto key = open_public(file, password_file, why);
  if (!key) return complain(why);
  std::printf("%s: %s, %u bits, id %s\n", file.c_str(), name_of(key->algorithm()), key->bits(), key->fingerprint().c_str());
  return all_valid;
}

CLI::App* add_command(CLI::App& program, const char* name, const char* what, const std::shared_ptr<arguments>& a) {
  auto* command = program.add_subcommand(name, what);
  command->add_option("FILE", a->file, "The message, or - for standard input")->required();
  command->add_option("--part", a->part, "Of an envelope: its header or document alone, byte for byte")->check(CLI::IsMember({"whole", "header", "document"}))->capture_default_str();
  command->add_option("--key-id", a->key_id, "The key's name; its fingerprint otherwise");
  command->add_option("--password-file", a->password_file, "File with the password of an encrypted key");
  return command;
}

}  // namespace

void add_sign(CLI::App& program, int& status) {
  const auto s = std::make_shared<arguments>();
  auto* sign = add_command(program, "sign", "Sign the very bytes of a message, or of a part of it; the signature goes to standard output.", s);
  sign->footer("Example:\n  iso20022 sign payment.xml --part document --key key.pem > payment.sig");
  sign->add_option("--key", s->key, "Private key in PEM: RSA of 2048 bits or more, or P-256")->required();
  sign->callback([s, &status] { status = run_sign(*s); });

  const auto v = std::make_shared<arguments>();
  auto* verify = add_command(program, "verify", "Say whether a signature is that of these very bytes. 0: it is, 1: it is not.", v);
  verify->footer("Example:\n  iso20022 verify payment.xml --part document --signature payment.sig --key public.pem");
  verify->add_option("--key", v->key, "Public key in PEM")->required();
  verify->add_option("--signature", v->signature, "What `sign` wrote")->required();
  verify->callback([v, &status] { status = run_verify(*v); });
}

void add_keys(CLI::App& program, int& status) {
  auto* keys = program.add_subcommand("keys", "Make keys for signatures, or say what a key is.");
  keys->require_subcommand(1);
  const auto n = std::make_shared<new_key>();
  auto* make = keys->add_subcommand("new", "Write a new private key into a file, and its public key to standard output.");
  make->footer("Example:\n  iso20022 keys new --out key.pem > public.pem");
  make->add_option("--kind", n->kind, "p256 or rsa")->check(CLI::IsMember({"p256", "rsa"}))->capture_default_str();
  make->add_option("--bits", n->bits, "Of an RSA key")->check(CLI::Range(2048, 8192))->capture_default_str();
  make->add_option("--out", n->out, "The file; must not be there yet")->required();
  make->add_option("--password-file", n->password_file, "File with a password to encrypt the key with");
  make->callback([n, &status] { status = run_new(*n); });

  const auto file = std::make_shared<std::string>(), password_file = std::make_shared<std::string>();
  auto* show = keys->add_subcommand("show", "Say of a key what kind it is, how long, and its fingerprint.");
  show->add_option("FILE", *file, "A private or public key in PEM")->required();
  show->add_option("--password-file", *password_file, "File with the password of an encrypted key");
  show->callback([=, &status] { status = run_show(*file, *password_file); });
}

}  // namespace iso20022::cli
