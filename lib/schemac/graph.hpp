// Strongly connected components: who is on a cycle with whom.
#pragma once

#include <vector>

namespace iso20022::schemac {

/// `edges[i]`: where one can go from node i. Result: for each node a number that it shares with exactly the nodes that
/// it is on a cycle with (Tarjan).
std::vector<int> strong_components(const std::vector<std::vector<int>>& edges);

}  // namespace iso20022::schemac
