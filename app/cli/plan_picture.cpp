// SPDX-License-Identifier: Apache-2.0
#include "app/cli/plan_picture.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "core/graph/op_spec.h"
#include "core/passes/recompute.h"

namespace ds::cli {

namespace {

enum class Kind { Forward, Again, Backward, Scratch };

struct KindLook {
    const char* letter;
    const char* colour; // Okabe and Ito's
    const char* words;
};
constexpr std::array<KindLook, 4> looks = {{{"█", "#0072B2", "forward"},
                                            {"▒", "#009E73", "computed again"},
                                            {"▓", "#E69F00", "backward and update"},
                                            {"░", "#8A919D", "scratch of kernels"}}};

const KindLook& lookOf(Kind kind) { return looks[static_cast<std::size_t>(kind)]; }

Kind kindOf(const Graph& graph, const MemoryBlock& block, std::size_t forward)
{
    if (block.value == noId) return Kind::Scratch;
    if (graph.producer(block.value)->again) return Kind::Again;
    return static_cast<std::size_t>(block.first) < forward ? Kind::Forward : Kind::Backward;
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    return out;
}

std::string titleOf(const Graph& graph, const MemoryBlock& block)
{
    const Node& node = graph.nodes[static_cast<std::size_t>(std::min<NodeId>(block.first, static_cast<NodeId>(graph.nodes.size()) - 1))];
    std::string title = node.origin + (node.origin.empty() ? "" : ": ") + std::string(node.op->name);
    title += block.value == noId ? ", scratch" : ", " + graph.type(block.value).text();
    return fmt::format("{}, {} at {}, from node {} to {}", title, bytesText(static_cast<double>(block.bytes)),
                       bytesText(static_cast<double>(block.offset)), block.first, block.last);
}

} // namespace

std::string planText(const Plan& plan)
{
    constexpr std::size_t columns = 96, rows = 20;
    const Graph& graph = plan.graph();
    if (plan.arenaBytes() == 0) return {};
    const std::size_t nodes = graph.nodes.size(), width = std::min(columns, nodes), forward = forwardNodes(graph);
    // The share of each cell that each kind takes.
    std::vector<std::array<double, looks.size()>> taken(width * rows);
    const double cellNodes = static_cast<double>(nodes) / static_cast<double>(width);
    const double cellBytes = static_cast<double>(plan.arenaBytes()) / static_cast<double>(rows);
    const auto overlap = [](double a, double b, double c, double d) { return std::max(0.0, std::min(b, d) - std::max(a, c)); };
    for (const MemoryBlock& block : plan.memory().blocks) {
        const auto kind = static_cast<std::size_t>(kindOf(graph, block, forward));
        const double first = static_cast<double>(block.first) / cellNodes, last = (static_cast<double>(block.last) + 1) / cellNodes;
        const double low = static_cast<double>(block.offset) / cellBytes,
                     high = static_cast<double>(block.offset + block.bytes) / cellBytes;
        for (auto y = static_cast<std::size_t>(low); y < rows && static_cast<double>(y) < high; ++y)
            for (auto x = static_cast<std::size_t>(first); x < width && static_cast<double>(x) < last; ++x)
                taken[y * width + x][kind] += overlap(first, last, static_cast<double>(x), static_cast<double>(x) + 1) *
                                              overlap(low, high, static_cast<double>(y), static_cast<double>(y) + 1);
    }
    std::string text;
    for (std::size_t y = rows; y-- > 0;) {
        text += fmt::format("{:>10} ", y % 5 == 4 ? bytesText(cellBytes * static_cast<double>(y + 1)) : "");
        for (std::size_t x = 0; x < width; ++x) {
            const auto& cell = taken[y * width + x];
            double sum = 0;
            for (double share : cell) sum += share;
            const auto most = static_cast<std::size_t>(std::max_element(cell.begin(), cell.end()) - cell.begin());
            text += sum < 0.5 ? "·" : looks[most].letter;
        }
        text += '\n';
    }
    text += "           ";
    for (const KindLook& look : looks) text += fmt::format("{} {}   ", look.letter, look.words);
    return text + "· free\n";
}

std::string planSvg(const Plan& plan)
{
    constexpr double left = 72, top = 40, width = 1200, height = 560, bottom = 40;
    const Graph& graph = plan.graph();
    const std::size_t forward = forwardNodes(graph);
    const double perNode = width / static_cast<double>(std::max<std::size_t>(graph.nodes.size() + 1, 1));
    const double perByte = height / static_cast<double>(std::max<std::size_t>(plan.arenaBytes(), 1));
    std::string svg = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
                                  "font-family=\"Inter, sans-serif\" font-size=\"12\" fill=\"#566170\">\n"
                                  "<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n",
                                  left + width + 16, top + height + bottom);
    svg += fmt::format(
        "<text x=\"{}\" y=\"24\" font-size=\"14\" font-weight=\"600\" fill=\"#1C2127\">{}: {} for the values of a step</text>\n", left,
        escaped(graph.name), bytesText(static_cast<double>(plan.arenaBytes())));
    double x = left + width - 540;
    for (const KindLook& look : looks) {
        svg += fmt::format("<rect x=\"{}\" y=\"14\" width=\"12\" height=\"12\" fill=\"{}\"/><text x=\"{}\" y=\"24\">{}</text>\n", x,
                           look.colour, x + 16, look.words);
        x += 24 + 7 * static_cast<double>(std::string_view(look.words).size()) + 12;
    }
    for (int line = 0; line <= 4; ++line) {
        const double y = top + height * (1 - line / 4.0);
        svg += fmt::format(
            "<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" stroke=\"#DCE0E7\"/><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n",
            left, left + width, y, y, left - 8, y + 4, bytesText(static_cast<double>(plan.arenaBytes()) * line / 4));
    }
    for (const MemoryBlock& block : plan.memory().blocks) {
        const double taken = static_cast<double>(block.bytes) * perByte;
        svg += fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" fill=\"{}\" fill-opacity=\"0.85\" "
                           "stroke=\"#FFFFFF\" stroke-width=\"0.3\"><title>{}</title></rect>\n",
                           left + block.first * perNode, top + height - static_cast<double>(block.offset) * perByte - taken,
                           (block.last - block.first + 1) * perNode, taken, lookOf(kindOf(graph, block, forward)).colour,
                           escaped(titleOf(graph, block)));
    }
    svg += fmt::format("<text x=\"{}\" y=\"{}\">node 0</text><text x=\"{}\" y=\"{}\" text-anchor=\"end\">node {}</text>\n", left,
                       top + height + 20, left + width, top + height + 20, graph.nodes.size());
    if (forward > 0 && forward < graph.nodes.size()) {
        const double at = left + static_cast<double>(forward) * perNode;
        svg += fmt::format("<line x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\" stroke=\"#1C2127\" stroke-dasharray=\"4 4\"/>"
                           "<text x=\"{0}\" y=\"{3}\" text-anchor=\"middle\">loss</text>\n",
                           at, top, top + height, top + height + 20);
    }
    return svg + "</svg>\n";
}

} // namespace ds::cli
