// SPDX-License-Identifier: Apache-2.0
// Writes what another program needs to repeat our numbers: first weights, one batch, its gradients, and the losses of SGD steps on it.
// Used by peers.py: peer_step PROJECT FOLDER [--double] [--batch N] [--steps N]
// In f32 on the CPU backend with the trainer that ships; in double on the reference backend, where rounding plays no part.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>

#include "core/backends/compile.h"
#include "core/backends/cpu/cpu.h"
#include "core/document/lower.h"
#include "core/layers/initializer.h"
#include "core/passes/passes.h"
#include "core/train/data_sets.h"
#include "core/train/learner.h"

namespace {

using namespace ds;

/// NumPy's format, version 1.0.
void writeNpy(const std::string& path, const Tensor& tensor)
{
    std::string shape;
    for (int64_t size : tensor.shape()) shape += std::to_string(size) + ",";
    const char* type = tensor.dtype() == DType::I64 ? "<i8" : tensor.dtype() == DType::F64 ? "<f8" : "<f4";
    std::string header = std::string("{'descr': '") + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    header.resize((header.size() + 11 + 63) / 64 * 64 - 11, ' ');
    header += '\n';
    std::ofstream file(path, std::ios::binary);
    const auto size = static_cast<uint16_t>(header.size());
    file.write("\x93NUMPY\x01\x00", 8);
    file.write(reinterpret_cast<const char*>(&size), 2);
    file << header;
    file.write(static_cast<const char*>(tensor.raw()), static_cast<std::streamsize>(tensor.bytes()));
}

constexpr double rate = 0.01;

struct Options {
    std::string project, folder;
    bool inDouble = false;
    int64_t batch = 0; ///< 0: the project's
    int steps = 10;
};

std::string fileOf(const Options& options, std::string name)
{
    for (char& c : name)
        if (c == '/') c = '-';
    return options.folder + "/" + name + ".npy";
}

Tensor widened(const Tensor& value)
{
    if (value.dtype() != DType::F32) return value;
    Tensor wide({DType::F64, value.shape()});
    std::ranges::copy(value.span<float>(), wide.span<double>().begin());
    return wide;
}

/// The same graph with every f32 as f64.
Graph inDouble(Graph graph)
{
    for (ValueInfo& value : graph.values)
        if (value.type.dtype == DType::F32) value.type.dtype = DType::F64;
    for (Node& node : graph.nodes)
        if (const AttrValue* dtype = node.attrs.find("dtype"); dtype && *dtype == AttrValue(std::string("f32")))
            node.attrs.set("dtype", std::string("f64"));
    return graph;
}

Feeds firstBatch(const Document& document, const DataSets& data)
{
    const int64_t batch = document.training.integer("batch_size");
    Feeds feeds;
    for (const auto& [name, type] : batchTypes(*data.train, batch)) feeds.push_back({name, Tensor(type)});
    for (int64_t i = 0; i < batch; ++i) {
        std::vector<void*> at;
        for (Feed& feed : feeds)
            at.push_back(static_cast<std::byte*>(feed.value.raw()) +
                         static_cast<std::size_t>(i) * feed.value.bytes() / static_cast<std::size_t>(batch));
        data.train->read(i, at);
    }
    return feeds;
}

/// Gradients of the first step into files; in double, the losses of all steps, too.
Status firstStep(const Document& document, const Options& options, const Feeds& feeds)
{
    LowerRequest request;
    for (const Feed& feed : feeds) request.fields[feed.name] = feed.value.type();
    Lowered lowered = lower(document, request);
    if (!lowered.errors.empty()) return lowered.errors.front();
    Graph graph = DS_TRY(differentiate(lowered.graph, "loss"));
    if (options.inDouble) graph = inDouble(std::move(graph));
    const auto initial = [&](const GraphInput& input, const ValueInfo& info) {
        const Tensor value = initialValue(info.name, {DType::F32, info.type.shape}, input.initializer, input.initializerAttrs, 7);
        return options.inDouble ? widened(value) : value;
    };
    const std::unique_ptr<Backend> backend = createBackend(options.inDouble ? "reference" : "cpu");
    StateStore states(*backend);
    CompileOptions compiling;
    compiling.initial = initial;
    compiling.fuse = compiling.layouts = !options.inDouble;
    const std::unique_ptr<Plan> plan = DS_TRY(compile(graph, *backend, states, compiling));
    std::ofstream order(options.folder + "/order.txt");
    std::vector<std::string> parameters;
    for (const GraphInput& input : graph.inputs) {
        if (input.kind != InputKind::Parameter) continue;
        parameters.push_back(graph.value(input.value).name);
        order << parameters.back() << '\n';
        writeNpy(fileOf(options, "weight." + parameters.back()), initial(input, graph.value(input.value)));
    }
    for (const Feed& feed : feeds)
        if (const int index = plan->feedIndex(feed.name); index >= 0)
            plan->feed(index, options.inDouble ? widened(feed.value) : feed.value);
    for (int step = 0; step < (options.inDouble ? options.steps : 1); ++step) {
        plan->run({7, static_cast<uint64_t>(step)});
        if (options.inDouble) std::printf("%.17g\n", plan->output(plan->outputIndex("loss")).span<double>()[0]);
        for (const std::string& name : parameters) {
            const int output = plan->outputIndex("grad." + name);
            if (output < 0) continue; // it does not reach the loss
            const Tensor gradient = plan->output(output);
            if (step == 0) writeNpy(fileOf(options, "grad." + name), gradient);
            if (!options.inDouble) continue;
            Tensor weight = states.read(*states.find(name));
            std::ranges::transform(weight.span<double>(), gradient.span<double>(), weight.span<double>().begin(),
                                   [](double w, double g) { return w - rate * g; });
            DS_TRY(states.write(name, weight));
        }
    }
    return {};
}

Status dump(const Options& options)
{
    Document document = DS_TRY(loadDocument(options.project));
    document.optimizer = {"sgd", {{"learning_rate", rate}}};
    if (const Errors errors = validate(trainingAttributes(), document.training); !errors.empty()) return errors.front();
    if (options.batch > 0) document.training.set("batch_size", options.batch);
    const DataSets data = DS_TRY(openData(document, 0));
    const Feeds feeds = firstBatch(document, data);
    for (const Feed& feed : feeds) writeNpy(fileOf(options, "feed." + feed.name), feed.value);
    DS_TRY(firstStep(document, options, feeds));
    if (options.inDouble) return {};
    const std::unique_ptr<Learner> learner = DS_TRY(Learner::create(document, {"cpu", 7, 4}));
    for (int step = 0; step < options.steps; ++step) std::printf("%.9g\n", DS_TRY(learner->step(feeds)).loss);
    return {};
}

std::optional<Options> parse(int argc, char** argv)
{
    if (argc < 3) return {};
    Options options{argv[1], argv[2]};
    for (int i = 3; i < argc; ++i) {
        const std::string_view flag = argv[i];
        if (flag == "--double") options.inDouble = true;
        else if (flag == "--batch" && i + 1 < argc) options.batch = std::atoll(argv[++i]);
        else if (flag == "--steps" && i + 1 < argc) options.steps = std::atoi(argv[++i]);
        else return {};
    }
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    const std::optional<Options> options = parse(argc, argv);
    if (!options) return std::fputs("usage: peer_step PROJECT FOLDER [--double] [--batch N] [--steps N]\n", stderr), 2;
    setCpuThreads(0);
    const Status status = dump(*options);
    if (!status) return std::fprintf(stderr, "%s\n", status.error().message().c_str()), 1;
    return 0;
}
