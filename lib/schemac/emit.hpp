// What is written from a dictionary. Every function gives texts; `write_files` puts them on disk.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

#include "schemac/dictionary.hpp"

namespace iso20022::schemac {

/// Path below the output folder -> content.
using files = std::map<std::string, std::string>;

/// The first two lines of every generated file, as comments of its language, need these.
struct provenance {
  std::string command;  // exact
  std::string source;   // where the schemas are
};

/// include/iso20022/model/*.hpp, include/iso20022/messages/*.hpp, layout_check.cpp
void emit_cpp(const dictionary&, const provenance&, files&);
/// image.cpp: the tables as constant data, and schema::registry::builtin()
void emit_image(std::span<const std::byte> image, const provenance&, files&);
/// xsd/<id>.xsd: one self-contained schema a namespace; an envelope's imports those of its messages
void emit_xsd(const dictionary&, const provenance&, files&, problems&);

/// Writes what differs from what is there (so that nothing is compiled again without need), and a list `files.txt`.
void write_files(const std::string& folder, const files&, problems&);

}  // namespace iso20022::schemac
