// Files, directories and standard input, as the commands take them.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace iso20022::cli {

/// Every name as given; a directory becomes the .xml files below it (.XML too), sorted, and what below it cannot be read.
/// A name that is not there stays, to be reported when it is opened.
std::vector<std::string> expand(const std::vector<std::string>& names);

/// The bytes of a file, or of standard input for "-"; of one that is larger than a reader takes only so many that the
/// reader says so (/dev/zero has no end). None: could not be read; `why` says what the system said.
std::optional<std::string> load(const std::string& name, std::string& why);
/// The same, where nothing can be done without it: `why` is a whole sentence.
std::optional<std::string> need(const std::string& name, std::string& why);

}  // namespace iso20022::cli
