// SPDX-License-Identifier: Apache-2.0
// Graphs by their text, for tests of passes: the lines between the braces of `graph "g" { }`.
#pragma once

#include <string>

#include <QString>

#include "core/graph/text.h"
#include "core/graph/verify.h"
#include "core/ops/all.h"

namespace ds::test {

inline Graph parse(const std::string& body)
{
    const Result<Graph> graph = parseGraph("graph \"g\" {\n" + body + "}\n", allOps());
    if (!graph) qFatal("%s", graph.error().message().c_str());
    return *graph;
}

/// What a broken graph prints are its errors.
inline QString text(const Graph& graph)
{
    const Errors errors = verify(graph);
    return errors.empty() ? QString::fromStdString(printGraph(graph)) : QString::fromStdString(messages(errors));
}

inline QString expected(const std::string& body) { return QString::fromStdString("graph \"g\" {\n" + body + "}\n"); }

} // namespace ds::test
