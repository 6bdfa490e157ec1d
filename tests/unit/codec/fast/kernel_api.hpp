// A kernel as a table of functions, so that one test can hold every instruction set against the reference.
#pragma once

#include "codec/fast/shared.hpp"

#include <string_view>
#include <vector>

namespace iso20022::fast {

struct indexed {
  std::vector<entry> entries;
  std::uint32_t texts = 0;
  std::size_t most = 0;  // entries of one window
  bool operator==(const indexed& b) const { return entries == b.entries && texts == b.texts; }
};

struct kernel_api {
  const char* name;
  indexed (*index)(std::string_view padded_text, char* copy);
  bool (*decimal)(const char* s, const char* e, const schema::row&, iso20022::decimal&);
  bool (*date)(const char* s, std::uint32_t n, iso20022::date&);
  bool (*date_time)(const char* s, std::uint32_t n, iso20022::date_time&);
  bool (*matches)(const schema::positional*, const char* s, std::uint32_t n);
  bool (*differs)(const char* p, const char* tag, std::uint32_t mask);
  bool (*differs_both)(const char* p, const char* q, const char* tag, std::uint64_t mask);
  std::uint64_t (*extract)(std::uint64_t v, std::uint64_t key);
  bool (*currency)(const char* p);
};

/// Every kernel that this processor can run; the reference first.
std::vector<kernel_api> kernels();

kernel_api portable_api();
kernel_api avx2_api();
kernel_api avx512_api();

}  // namespace iso20022::fast
