// The small schemas of tests/schemac/small, compiled; their image where the tables are looked at.
#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <memory>

#include "schema_folder.hpp"
#include "schemac/image.hpp"

namespace schemac_test {

inline dictionary compile_small() {
  problems found;
  auto d = compile({SCHEMAC_TESTS "/small"}, sharing::one_meaning_a_name, found);
  EXPECT_TRUE(found.empty()) << to_lines(found);
  return d;
}

/// An image in memory of its own.
class image_of {
 public:
  explicit image_of(const dictionary& d) {
    problems found;
    const auto bytes = build_image(d, found);
    EXPECT_TRUE(found.empty()) << to_lines(found);
    block_.reset(static_cast<std::byte*>(std::aligned_alloc(128, bytes.size())));
    std::memcpy(block_.get(), bytes.data(), bytes.size());
  }
  iso20022::schema::image tables() const { return iso20022::schema::image(block_.get()); }

  const iso20022::schema::type& type(const std::string& name) const {
    for (const auto& t : tables().all_types())
      if (t.name && tables().string(t.name) == name) return t;
    ADD_FAILURE() << "no type " << name;
    return tables().types()[0];
  }
  u32 row_index(const std::string& owner, const std::string& name) const {
    const auto& t = type(owner);
    for (u32 i = 0; i < t.row_count; ++i)
      if (tables().name(t.first_row + i) == name) return t.first_row + i;
    ADD_FAILURE() << "no row " << name;
    return 0;
  }
  const iso20022::schema::row& row(const std::string& owner, const std::string& name) const {
    return tables().rows()[row_index(owner, name)];
  }
  const iso20022::schema::row_info& info(const std::string& owner, const std::string& name) const {
    return tables().infos()[row_index(owner, name)];
  }

 private:
  struct freed {
    void operator()(std::byte* p) const { std::free(p); }
  };
  std::unique_ptr<std::byte, freed> block_;
};

}  // namespace schemac_test
