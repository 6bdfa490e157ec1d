#include "schemac/options.hpp"

namespace iso20022::schemac {

const char* const help_text = R"(schemac: compiles ISO 20022 schemas (XSD) into what the library walks

  schemac [--out FOLDER] [--unshared] SCHEMA...

SCHEMA is an .xsd file, or a folder: then every .xsd below it. What they include or import is read with them; nothing is
fetched from a network.

Without --out the schemas are only checked. With it these files are written below FOLDER, where they differ:
  image.cpp                          the tables as constant data, and schema::registry::builtin()
  include/iso20022/model/*.hpp       the components as C++ structs, one header a schema file
  include/iso20022/messages/*.hpp    one header a message: its root struct
  layout_check.cpp                   the proof that compiler and tables agree where each member lies
  xsd/<message id>.xsd               each message as one self-contained schema, with the business names
  files.txt                          what was written

A component has one meaning: PostalAddress24 of two messages must be the same type, and is shared. Where two differ, both
places are named and nothing is written. --unshared keeps such types apart instead (their C++ is not written for use).

Not supported, and refused with file and line: xs:all, substitution groups, abstract types, unions, lists, identity
constraints, mixed content, xs:anyAttribute, xs:redefine, notations, groups of several particles that repeat, and the
built-in types duration, float, double, unsignedLong, IDREF, QName, Name, NCName and those of DTDs.
So are groups that repeat more than 1,000 times, types of more than 3,000 particles and patterns of more than 60,000 states.

  schemac my-guideline.xsd                         is it supported?
  schemac --out build/generated schemas            what the build does
)";

options read_options(const std::vector<std::string>& arguments) {
  options o;
  o.from.command = "schemac";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto& a = arguments[i];
    o.from.command += " " + a;
    if (a == "--help" || a == "-h")
      o.help = true;
    else if (a == "--unshared")
      o.how = sharing::unequal_are_kept_apart;
    else if (a == "--out" && i + 1 < arguments.size())
      o.out = arguments[++i], o.from.command += " " + o.out;
    else if (a.starts_with('-'))
      o.unknown = a;
    else
      o.schemas.push_back(a), o.from.source += (o.from.source.empty() ? "" : " ") + a;
  }
  return o;
}

}  // namespace iso20022::schemac
