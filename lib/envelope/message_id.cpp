#include <iso20022/envelope/message_id.hpp>

#include <iso20022/core/new_york.hpp>

#include <algorithm>
#include <array>
#include <random>

namespace iso20022::envelope {
namespace {

constexpr std::size_t date_length = 8, party_length = 9, longest_reference = 18, maker_length = 11, count_length = 7;
static_assert(maker_length + count_length == longest_reference);

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// `number` in base 62, exactly `length` digits: 62^11 is more than 2^64.
std::string base62(std::uint64_t number, std::size_t length) {
  static constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string text(length, '0');
  for (auto c = text.rbegin(); c != text.rend(); ++c, number /= 62) *c = digits[number % 62];
  return text;
}

void append_number(std::string& out, unsigned number, std::size_t digits) {
  const auto text = std::to_string(number);
  out.append(digits - text.size(), '0').append(text);
}

std::array<std::byte, 16> random_bytes() {
  std::random_device device;  // the operating system's
  std::array<std::byte, 16> all;
  for (std::size_t i = 0; i < all.size(); i += 4) {
    const std::uint32_t some = device();
    for (std::size_t k = 0; k < 4; ++k) all[i + k] = static_cast<std::byte>(some >> 8 * k);
  }
  return all;
}

}  // namespace

std::optional<message_id> parse_message_id(std::string_view id) {
  using namespace std::chrono;
  if (id.size() <= date_length + party_length || id.size() > date_length + party_length + longest_reference) return {};
  const auto date_text = id.substr(0, date_length);
  if (!std::ranges::all_of(date_text, is_digit) || !std::ranges::all_of(id, is_alphanumeric)) return {};
  const auto number = [&](std::size_t at, std::size_t n) {
    unsigned value = 0;
    for (const char c : date_text.substr(at, n)) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
  };
  const year_month_day day(year(static_cast<int>(number(0, 4))), month(number(4, 2)), std::chrono::day(number(6, 2)));
  if (!day.ok()) return {};
  return message_id{day, id.substr(date_length, party_length), id.substr(date_length + party_length)};
}

message_ids::message_ids(std::string_view connection_party, std::uint64_t random)
    : party_(connection_party), maker_(base62(random, maker_length)) {}

message_ids::message_ids(std::string_view connection_party) : party_(connection_party) {
  const auto bytes = random_bytes();
  std::uint64_t random = 0;
  for (std::size_t i = 0; i < 8; ++i) random = random << 8 | std::to_integer<std::uint64_t>(bytes[i]);
  maker_ = base62(random, maker_length);
}

std::string message_ids::next(std::chrono::sys_seconds now) {
  const auto day = new_york_date(now);
  std::string id;
  append_number(id, static_cast<unsigned>(static_cast<int>(day.year())), 4);
  append_number(id, static_cast<unsigned>(day.month()), 2);
  append_number(id, static_cast<unsigned>(day.day()), 2);
  return id + party_ + maker_ + base62(count_++, count_length);
}

std::string make_uetr(std::span<const std::byte, 16> random) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string id;
  for (std::size_t i = 0; i < random.size(); ++i) {
    auto b = std::to_integer<unsigned>(random[i]);
    if (i == 6) b = 0x40 | (b & 0x0F);  // version 4
    if (i == 8) b = 0x80 | (b & 0x3F);  // the variant of RFC 9562
    if (i == 4 || i == 6 || i == 8 || i == 10) id += '-';
    (id += hex[b >> 4]) += hex[b & 15];
  }
  return id;
}

std::string make_uetr() { return make_uetr(random_bytes()); }

bool is_uetr(std::string_view id) {
  if (id.size() != 36 || id[14] != '4' || std::string_view("89ab").find(id[19]) == std::string_view::npos) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? id[i] != '-' : !is_digit(id[i]) && (id[i] < 'a' || id[i] > 'f')) return false;
  }
  return true;
}

}  // namespace iso20022::envelope
