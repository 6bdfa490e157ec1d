// Schemas and documents through Xerces-C++, with every warning an error.
#pragma once

#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/framework/psvi/XSModel.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace check_schemas {

std::string text(const XMLCh*);

// One grammar pool: what was loaded into it knows nothing of other pools.
class grammar {
 public:
  // Both loads throw std::runtime_error on any error or warning.
  void load(const std::filesystem::path& schema);
  void load_text(const std::string& schema, const std::filesystem::path& pretended_path);

  // The complaints about a document judged by what was loaded; empty if it is valid.
  std::string judge(const std::filesystem::path& document);

  xercesc::XSModel& model();

 private:
  std::unique_ptr<xercesc::XMLGrammarPoolImpl> pool_ = std::make_unique<xercesc::XMLGrammarPoolImpl>();
};

}  // namespace check_schemas
