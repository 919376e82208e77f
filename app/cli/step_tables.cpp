// SPDX-License-Identifier: Apache-2.0
#include "app/cli/step_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/tensor/shape.h"

namespace ds::cli {

namespace {

using inspector::Phase;
using inspector::StepValue;

std::string sizeOf(const StepValue& value)
{
    const inspector::TensorStatistics& s = value.statistics;
    if (s.count == 0) return "not computed";
    if (!value.finite()) return fmt::format("{} of {} not finite", grouped(s.count - s.finite()), grouped(s.count));
    return fmt::format("{:.2e}", s.rootMeanSquare());
}

const char* wayOf(Phase phase)
{
    switch (phase) {
    case Phase::Forward: return "in the forward direction";
    case Phase::Backward: return "on the way back";
    case Phase::Update: break;
    }
    return "in the update";
}

} // namespace

void printOps(const inspector::StepOps& ops, bool json)
{
    std::vector<std::vector<std::string>> rows{{"op", "phase", "layer or parameter", "what", "result", "size"}};
    for (std::size_t i = 0; i < ops.ops.size(); ++i) {
        const inspector::StepOp& op = ops.ops[i];
        for (int made : op.makes) {
            const StepValue& value = ops.values[static_cast<std::size_t>(made)];
            const inspector::TensorStatistics& s = value.statistics;
            if (json)
                printLine({{"event", "op"},
                           {"op", i + 1},
                           {"phase", phaseName(op.phase)},
                           {"layer", op.layer},
                           {"what", op.op},
                           {"shape", value.shape},
                           {"count", s.count},
                           {"nan", s.nan},
                           {"infinite", s.positiveInfinite + s.negativeInfinite},
                           {"norm", number(s.norm)},
                           {"min", number(s.min)},
                           {"max", number(s.max)}});
            else rows.push_back({std::to_string(i + 1), phaseName(op.phase), op.layer, op.op, Shape(value.shape).text(), sizeOf(value)});
        }
    }
    if (!json) fmt::print("{}\n", table(rows));
}

void printOrigin(const inspector::Origin& origin, int64_t failed, bool json)
{
    if (json) {
        printLine({{"event", "origin"},
                   {"update", origin.update},
                   {"failed", failed},
                   {"phase", phaseName(origin.phase)},
                   {"layer", origin.layer},
                   {"op", origin.op},
                   {"place", origin.place},
                   {"way", origin.way}});
        return;
    }
    if (origin.op.empty())
        fmt::print("The first number that is not finite came with the field {} of the batch of step {}.\n", origin.layer, origin.update);
    else
        fmt::print("The first number that is not finite came out of {} ({}), {}, in step {}.\n", origin.layer, origin.op,
                   wayOf(origin.phase), origin.update);
    fmt::print("From there it spread through {}.\n", fmt::join(origin.way, ", "));
    if (failed > origin.update) fmt::print("The loss was none in step {}.\n", failed);
    fmt::print("All ops of that step: `--step {} --ops`.\n", origin.update);
}

} // namespace ds::cli
