// SPDX-License-Identifier: Apache-2.0
// A step with shapes that were seen before allocates nothing in the engine: every operator new is counted but those that oneDNN
// makes inside of its library.
#include <QTest>

#include <dlfcn.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>

#include "core/backends/cpu/cpu.h"
#include "core/train/learner.h"

namespace {

std::atomic<bool> counting{false};
std::atomic<int> allocations{0};

void* counted(std::size_t size, const void* caller)
{
    if (counting) {
        Dl_info info{};
        const bool foreign = dladdr(caller, &info) && info.dli_fname && std::strstr(info.dli_fname, "libdnnl");
        if (!foreign) ++allocations;
    }
    return std::malloc(size ? size : 1);
}

void* countedOrThrow(std::size_t size, const void* caller)
{
    if (void* memory = counted(size, caller)) return memory;
    throw std::bad_alloc();
}

} // namespace

void* operator new(std::size_t size) { return countedOrThrow(size, __builtin_return_address(0)); }
void* operator new[](std::size_t size) { return countedOrThrow(size, __builtin_return_address(0)); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size, __builtin_return_address(0)); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size, __builtin_return_address(0)); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

using namespace ds;

class SteadyState : public QObject {
    Q_OBJECT

    static Document convolutional()
    {
        Document d;
        d.model.layers = {{"in", "Input", {{"field", "x"}}},
                          {"conv", "Conv2d", {{"filters", 16}, {"kernel", 3}, {"padding", "same"}}},
                          {"bn", "BatchNorm"},
                          {"relu", "ReLU"},
                          {"pool", "MaxPool2d"},
                          {"flatten", "Flatten"},
                          {"drop", "Dropout"},
                          {"fc", "Dense", {{"units", 4}}}};
        for (std::size_t i = 0; i + 1 < d.model.layers.size(); ++i)
            d.model.wires.push_back({{d.model.layers[i].name}, {d.model.layers[i + 1].name}});
        d.loss = {"cross_entropy", {{"prediction", "fc"}, {"target", "y"}}};
        d.optimizer = {"adamw"};
        d.training = {{"clip_global_norm", 1.0}};
        return d;
    }

    static Feeds batch(int64_t size)
    {
        Rng rng(3);
        Tensor x(TensorType{DType::F32, {size, 1, 8, 8}});
        for (int64_t i = 0; i < x.count(); ++i) x.set(i, rng.normal());
        Tensor y(TensorType{DType::I64, {size}});
        for (int64_t i = 0; i < size; ++i) y.set(i, static_cast<double>(rng.below(4)));
        return {{"x", x}, {"y", y}};
    }

    static std::vector<std::pair<std::string, TensorType>> batchTypesOf(const Feeds& feeds)
    {
        std::vector<std::pair<std::string, TensorType>> types;
        for (const Feed& feed : feeds) types.emplace_back(feed.name, feed.value.type());
        return types;
    }

private slots:
    void aStepAllocatesNothing()
    {
        const std::unique_ptr<Learner> learner = Learner::create(convolutional(), {"cpu", 1}).value();
        const Feeds a = batch(32), b = batch(16);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(learner->step(a).ok());
            QVERIFY(learner->step(b).ok());
        }
        allocations = 0;
        counting = true;
        for (int i = 0; i < 10; ++i) {
            (void)learner->step(a).ok();
            (void)learner->step(b).ok();
        }
        counting = false;
        QCOMPARE(allocations.load(), 0);
        // The counter itself works.
        counting = true;
        delete new int(3);
        counting = false;
        QCOMPARE(allocations.load(), 1);
    }

    void theCacheOfPlansIsBounded()
    {
        const std::unique_ptr<Learner> learner = Learner::create(convolutional(), {"cpu", 1, 4}).value();
        for (int64_t size = 2; size < 12; ++size) QVERIFY(learner->step(batch(size)).ok());
        QVERIFY(learner->planCount() <= 4);
        QVERIFY(learner->step(batch(2)).ok()); // planned anew
    }

    /// A larger batch replaces the arena for the plans that are there already: their results stay, and only one arena does.
    void allPlansShareTheLargestArena()
    {
        const Feeds small = batch(1000), large = batch(2000);
        const std::size_t before = Buffer::inUse();
        const std::unique_ptr<Learner> growing = Learner::create(convolutional(), {"cpu", 1}).value();
        QVERIFY(growing->step(small).ok());
        const std::size_t one = growing->memoryBytes();
        QVERIFY(growing->step(large).ok());
        QVERIFY(growing->memoryBytes() > one + one / 2);
        const std::size_t more = Buffer::inUse() - before;
        QVERIFY2(more < growing->memoryBytes() + one / 8,
                 qPrintable(QString::number(more) + " taken, " + QString::number(growing->memoryBytes()) + " said"));

        const std::unique_ptr<Learner> other = Learner::create(convolutional(), {"cpu", 1}).value();
        QVERIFY(other->prepare(batchTypesOf(large), Learner::Purpose::Update).ok());
        QVERIFY(other->step(small).ok());
        QVERIFY(other->step(large).ok());
        for (int i = 0; i < 3; ++i) QCOMPARE(growing->step(small)->loss, other->step(small)->loss);
    }

    void anEditedModelGoesOn()
    {
        const std::unique_ptr<Learner> learner = Learner::create(convolutional(), {"cpu", 1}).value();
        QVERIFY(learner->step(batch(8)).ok());
        const Tensor before = learner->states().read(*learner->states().find("conv.weight"));
        Document edited = learner->document();
        edited.model.layers[7].attrs.set("units", int64_t{6});
        learner->setDocument(edited);
        const Result<Tensor> prediction = learner->predict(batch(8));
        QVERIFY(prediction.ok());
        QCOMPARE(prediction->shape()[1], int64_t{6});
        const Tensor after = learner->states().read(*learner->states().find("conv.weight"));
        for (int64_t i = 0; i < before.count(); ++i) QCOMPARE(after.at(i), before.at(i));
        QVERIFY(learner->step(batch(8)).ok());
    }

    void aStepIsTheSameOnBothBackends()
    {
        const std::unique_ptr<Learner> cpu = Learner::create(convolutional(), {"cpu", 1}).value(),
                                       reference = Learner::create(convolutional(), {"reference", 1}).value();
        const Feeds feeds = batch(8);
        for (int i = 0; i < 3; ++i) {
            const double a = cpu->step(feeds)->loss, b = reference->step(feeds)->loss;
            QVERIFY2(std::abs(a - b) < 1e-4 * std::abs(b), qPrintable(QString::number(a) + " against " + QString::number(b)));
        }
    }
};

QTEST_GUILESS_MAIN(SteadyState)
#include "steady_state.moc"
