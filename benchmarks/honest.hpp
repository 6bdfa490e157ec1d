// Before anything is timed: does everybody do the work that the table says?
#pragma once

namespace iso20022::bench {

/// Every reader accepts every document; ours keeps all of its content; those that validate refuse broken copies, and the
/// others only copies that are no XML. Prints a line for each; false when somebody fails.
bool everybody_works();

}  // namespace iso20022::bench
