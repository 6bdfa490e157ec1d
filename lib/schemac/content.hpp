// Content models: a tree of particles becomes positions and who may follow whom (Glushkov's construction).
#pragma once

#include "schemac/dictionary.hpp"

namespace iso20022::schemac {

/// What the tree of a complex type comes to.
struct content_model {
  struct leaf {
    const particle* source;  // its element or xs:any
    u32 min, max;
    bool mandatory;
    position_set after;
  };
  std::vector<leaf> leaves;  // in schema order: position = index
  position_set closes_after;
  bool is_choice = false;  // nothing but one choice of elements
};

/// `body` must outlive the result. Groups that repeat more than one particle are refused at `where`.
content_model flatten(const particle& body, const place& where, problems&);

}  // namespace iso20022::schemac
