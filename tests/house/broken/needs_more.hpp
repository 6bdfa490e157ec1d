// For the test that the test of headers can fail: it does not say what it needs.
#pragma once

inline std::string greeting() { return "good day"; }
