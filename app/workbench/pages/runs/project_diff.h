// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between the projects of two runs; plain values, for any thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/document/document.h"

namespace ds::ui {

enum class DiffKind { Same, Added, Removed, Changed };

/// "lr: 0.1 → 0.01"; an empty side: not there.
struct ValueDiff {
    std::string name, before, after;
    bool operator==(const ValueDiff&) const = default;
};

struct LayerDiff {
    std::string name; ///< of the top level
    DiffKind kind = DiffKind::Same;
    std::vector<ValueDiff> values; ///< what changed; inside of a composite the names are paths
    bool operator==(const LayerDiff&) const = default;
};

struct WireDiff {
    Wire wire;
    DiffKind kind = DiffKind::Same;
};

/// Of one section: "data.train", "optimizer", "training".
struct SectionDiff {
    std::string name;
    std::vector<ValueDiff> values;
    bool operator==(const SectionDiff&) const = default;
};

struct ProjectDiff {
    std::vector<LayerDiff> layers; ///< all of both, in the order of `merged`
    std::vector<WireDiff> wires;   ///< all of both
    std::vector<SectionDiff> sections;
    Model merged; ///< the layers and wires of both; where both have a layer, the later one

    /// No layer, wire or setting differs. Positions and notes do not count.
    bool same() const;
};

/// A value that is not said is its default, so saying it changes nothing. Parts that cannot be read are taken as missing.
ProjectDiff diffProjects(const Json& before, const Json& after);

} // namespace ds::ui
