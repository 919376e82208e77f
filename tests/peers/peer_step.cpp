// SPDX-License-Identifier: Apache-2.0
// Writes what another program needs to repeat our numbers: first weights, one batch, its gradients, and the losses of ten SGD
// steps on it. Used by peers.py: peer_step PROJECT FOLDER
#include <cstdio>
#include <cstring>
#include <fstream>

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
    std::string header = std::string("{'descr': '") + (tensor.dtype() == DType::I64 ? "<i8" : "<f4") +
                         "', 'fortran_order': False, 'shape': (" + shape + "), }";
    header.resize((header.size() + 11 + 63) / 64 * 64 - 11, ' ');
    header += '\n';
    std::ofstream file(path, std::ios::binary);
    const auto size = static_cast<uint16_t>(header.size());
    file.write("\x93NUMPY\x01\x00", 8);
    file.write(reinterpret_cast<const char*>(&size), 2);
    file << header;
    file.write(static_cast<const char*>(tensor.raw()), static_cast<std::streamsize>(tensor.bytes()));
}

Status dump(const std::string& project, const std::string& folder)
{
    Document document = DS_TRY(loadDocument(project));
    document.optimizer = {"sgd", {{"learning_rate", 0.01}}};
    if (const Errors errors = validate(trainingAttributes(), document.training); !errors.empty()) return errors.front();
    const DataSets data = DS_TRY(openData(document, 0));
    const int64_t batch = document.training.integer("batch_size");
    Feeds feeds;
    LowerRequest request;
    for (const auto& [name, type] : batchTypes(*data.train, batch)) {
        feeds.push_back({name, Tensor(type)});
        request.fields[name] = type;
    }
    for (int64_t i = 0; i < batch; ++i) {
        std::vector<void*> at;
        for (Feed& feed : feeds)
            at.push_back(static_cast<std::byte*>(feed.value.raw()) +
                         static_cast<std::size_t>(i) * feed.value.bytes() / static_cast<std::size_t>(batch));
        data.train->read(i, at);
    }
    for (const Feed& feed : feeds) writeNpy(folder + "/feed." + feed.name + ".npy", feed.value);

    const auto initial = [](const GraphInput& input, const ValueInfo& info) {
        return initialValue(info.name, info.type, input.initializer, input.initializerAttrs, 7);
    };
    const std::unique_ptr<Backend> backend = createBackend("cpu");
    StateStore states(*backend);
    CompileOptions options;
    options.initial = initial;
    Lowered lowered = lower(document, request);
    if (!lowered.errors.empty()) return lowered.errors.front();
    const Graph graph = DS_TRY(differentiate(lowered.graph, "loss"));
    const std::unique_ptr<Plan> plan = DS_TRY(compile(graph, *backend, states, options));
    std::ofstream order(folder + "/order.txt");
    for (const GraphInput& input : graph.inputs) {
        if (input.kind != InputKind::Parameter) continue;
        const std::string name = graph.value(input.value).name;
        order << name << '\n';
        std::string file = name;
        for (char& c : file)
            if (c == '/') c = '-';
        writeNpy(folder + "/weight." + file + ".npy", initial(input, graph.value(input.value)));
    }
    for (const Feed& feed : feeds)
        if (const int index = plan->feedIndex(feed.name); index >= 0) plan->feed(index, feed.value);
    plan->run({7, 0});
    for (const GraphOutput& output : plan->graph().outputs) {
        if (!output.name.starts_with("grad.")) continue;
        std::string file = output.name;
        for (char& c : file)
            if (c == '/') c = '-';
        writeNpy(folder + "/" + file + ".npy", plan->output(plan->outputIndex(output.name)));
    }
    const std::unique_ptr<Learner> learner = DS_TRY(Learner::create(document, {"cpu", 7, 4}));
    for (int step = 0; step < 10; ++step) std::printf("%.9g\n", DS_TRY(learner->step(feeds)).loss);
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) return std::fputs("usage: peer_step PROJECT FOLDER\n", stderr), 2;
    setCpuThreads(0);
    const Status status = dump(argv[1], argv[2]);
    if (!status) return std::fprintf(stderr, "%s\n", status.error().message().c_str()), 1;
    return 0;
}
