// SPDX-License-Identifier: Apache-2.0
// A few numbers worked out by hand for each family, since a description can be wrong in all its parts at once.
#include <QtTest>

#include <cmath>
#include <limits>

#include "core/ops/all.h"
#include "tests/support/backends.h"
#include "tests/support/compare.h"
#include "tests/support/evaluate.h"

using namespace ds;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
using Tensors = std::vector<Tensor>;

Tensor f32(Shape shape, std::initializer_list<double> values) { return Tensor::of(shape, values); }
Tensor i64(Shape shape, std::initializer_list<double> values) { return Tensor::of(shape, values, DType::I64); }

/// What is wrong with the op's outputs on any backend; empty if nothing.
std::string check(const char* name, const Tensors& inputs, const Attrs& attrs, const Tensors& expected, double tolerance = 1e-6)
{
    for (Backend* backend : test::backends()) {
        const test::Evaluation result = test::evaluateOp(*allOps().find(name), inputs, attrs, *backend);
        if (!result.error.empty()) return backend->name() + ": " + result.error;
        if (result.outputs.size() != expected.size()) return backend->name() + ": wrong number of outputs";
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (const std::string text = test::difference(result.outputs[i], expected[i], tolerance); !text.empty())
                return backend->name() + ": " + name + ", output " + std::to_string(i) + ": " + text;
    }
    return {};
}

} // namespace

#define CHECK(...)                                                                                                                         \
    do {                                                                                                                                   \
        const std::string problem = check(__VA_ARGS__);                                                                                    \
        QVERIFY2(problem.empty(), problem.c_str());                                                                                        \
    } while (false)

class KnownValues : public QObject {
    Q_OBJECT

private slots:
    void math()
    {
        CHECK("gelu", {f32({3}, {-1, 0, 2})}, {}, {f32({3}, {-0.15865525, 0, 1.95449974})});
        CHECK("gelu", {f32({1}, {1})}, {{"approximate", "tanh"}}, {f32({1}, {0.84119199})});
        CHECK("silu", {f32({2}, {-1, 2})}, {}, {f32({2}, {-0.26894142, 1.76159416})});
        CHECK("softplus", {f32({3}, {0, 100, -100})}, {}, {f32({3}, {0.69314718, 100, 0})});
        CHECK("selu", {f32({2}, {-1, 2})}, {}, {f32({2}, {-1.11133074, 2.10140197})});
        CHECK("mish", {f32({1}, {1})}, {}, {f32({1}, {0.86509839})});
        CHECK("erf", {f32({1}, {0.5})}, {}, {f32({1}, {0.52049988})});
        CHECK("hardswish", {f32({4}, {-4, -1, 1, 4})}, {}, {f32({4}, {0, -1.0 / 3, 2.0 / 3, 4})});
        CHECK("round", {f32({4}, {0.5, 1.5, -0.5, 2.4})}, {}, {f32({4}, {0, 2, 0, 2})});
        CHECK("remainder", {f32({3}, {-3, 3, 5.5}), f32({3}, {2, -2, 2})}, {}, {f32({3}, {1, -1, 1.5})});
        CHECK("maximum", {f32({3}, {1, NAN, inf}), f32({3}, {2, 1, 5})}, {}, {f32({3}, {2, NAN, inf})});
        CHECK("relu", {f32({3}, {NAN, -inf, 3})}, {}, {f32({3}, {NAN, 0, 3})});
        CHECK("div", {i64({2}, {7, -7}), i64({}, {2})}, {}, {i64({2}, {3, -3})});
        CHECK("atan2", {f32({2}, {1, -1}), f32({2}, {-1, 0})}, {}, {f32({2}, {2.35619449, -1.57079633})});
        CHECK("matmul", {f32({2, 2}, {1, 2, 3, 4}), f32({2, 2}, {5, 6, 7, 8})}, {}, {f32({2, 2}, {19, 22, 43, 50})});
        CHECK("matmul", {f32({2, 2}, {1, 2, 3, 4}), f32({2, 2}, {5, 6, 7, 8})}, {{"transpose_a", true}}, {f32({2, 2}, {26, 30, 38, 44})});
    }

    void reduce()
    {
        const Tensor x = f32({2, 3}, {1, 2, 3, 4, 5, 6});
        CHECK("sum", {x}, {{"axes", Ints{0}}}, {f32({3}, {5, 7, 9})});
        CHECK("mean", {x}, {{"axes", Ints{-1}}, {"keep_dims", true}}, {f32({2, 1}, {2, 5})});
        CHECK("prod", {x}, {}, {f32({}, {720})});
        CHECK("prod", {f32({0}, {})}, {}, {f32({}, {1})});
        CHECK("variance", {x}, {{"axes", Ints{1}}, {"correction", 1}}, {f32({2}, {1, 1})});
        CHECK("logsumexp", {f32({2}, {1000, 1000})}, {}, {f32({}, {1000.69314718})});
        CHECK("logsumexp", {f32({2}, {-inf, -inf})}, {}, {f32({}, {-inf})});
        CHECK("arg_max", {f32({2, 3}, {1, 3, 3, 5, 4, 0})}, {}, {i64({2}, {1, 0})});
        CHECK("cumsum", {f32({3}, {1, 2, 3})}, {{"exclusive", true}, {"reverse", true}}, {f32({3}, {5, 3, 0})});
    }

    void shape()
    {
        const Tensor x = f32({2, 3}, {1, 2, 3, 4, 5, 6});
        CHECK("transpose", {x}, {{"order", Ints{1, 0}}}, {f32({3, 2}, {1, 4, 2, 5, 3, 6})});
        CHECK("slice", {x}, {{"begin", Ints{0, 0}}, {"end", Ints{2, 3}}, {"step", Ints{1, 2}}}, {f32({2, 2}, {1, 3, 4, 6})});
        CHECK("pad", {f32({1}, {7})}, {{"before", Ints{1}}, {"after", Ints{2}}, {"value", -1}}, {f32({4}, {-1, 7, -1, -1})});
        CHECK("flip", {x}, {{"axes", Ints{1}}}, {f32({2, 3}, {3, 2, 1, 6, 5, 4})});
        CHECK("tile", {f32({1, 2}, {1, 2})}, {{"repeats", Ints{2, 2}}}, {f32({2, 4}, {1, 2, 1, 2, 1, 2, 1, 2})});
        CHECK("split", {f32({3}, {1, 2, 3})}, {{"sizes", Ints{1, 2}}}, {f32({1}, {1}), f32({2}, {2, 3})});
        CHECK("gather", {x, i64({2}, {2, 0})}, {{"axis", 1}}, {f32({2, 2}, {3, 1, 6, 4})});
        CHECK("gather_elements", {x, i64({2, 1}, {2, 0})}, {}, {f32({2, 1}, {3, 4})});
        CHECK("scatter_add", {f32({3}, {0, 0, 1}), i64({3}, {2, 0, 2}), f32({3}, {1, 2, 3})}, {}, {f32({3}, {2, 0, 5})});
        CHECK("one_hot", {i64({2}, {1, 5})}, {{"classes", 3}}, {f32({2, 3}, {0, 1, 0, 0, 0, 0})});
        CHECK("top_k", {f32({4}, {1, 9, 4, 9})}, {{"k", 3}}, {f32({3}, {9, 9, 4}), i64({3}, {1, 3, 2})});
        CHECK("sort", {f32({3}, {2, NAN, 1})}, {}, {f32({3}, {1, 2, NAN}), i64({3}, {2, 0, 1})});
        CHECK("iota", {}, {{"shape", Ints{2, 2}}, {"axis", 0}, {"start", 3}, {"dtype", "i64"}}, {i64({2, 2}, {3, 3, 4, 4})});
        // As torch.nn.functional.interpolate(..., align_corners=False) gives them.
        CHECK("resize", {f32({1, 1, 2}, {1, 3})}, {{"sizes", Ints{4}}, {"mode", "linear"}}, {f32({1, 1, 4}, {1, 1.5, 2.5, 3})});
        CHECK("resize", {f32({1, 1, 3}, {1, 2, 3})}, {{"sizes", Ints{5}}}, {f32({1, 1, 5}, {1, 1, 2, 2, 3})});
    }

    void sparse()
    {
        const Tensor x = f32({4}, {1, -2, 3, -4}), ids = i64({4}, {2, 0, 2, 0});
        CHECK("segment_sum", {x, ids}, {{"segments", 3}}, {f32({3}, {-6, 0, 4})});
        CHECK("segment_mean", {x, ids}, {{"segments", 3}}, {f32({3}, {-3, 0, 2})});
        CHECK("segment_max", {x, ids}, {{"segments", 3}}, {f32({3}, {-2, 0, 3})});
        CHECK("segment_min", {x, ids}, {{"segments", 3}}, {f32({3}, {-4, 0, 1})});
        CHECK("segment_softmax", {f32({3}, {0, 800, 800}), i64({3}, {0, 1, 1})}, {{"segments", 2}}, {f32({3}, {1, 0.5, 0.5})});
    }

    void optim()
    {
        const Tensor p = f32({1}, {1}), g = f32({1}, {0.5}), zero = f32({1}, {0}), lr = f32({}, {0.1}), first = i64({}, {1});
        CHECK("sgd", {p, g, lr}, {{"weight_decay", 0.1}}, {f32({1}, {0.94})});
        CHECK("sgd", {p, g, lr, f32({1}, {1})}, {{"momentum", 0.9}}, {f32({1}, {0.86}), f32({1}, {1.4})});
        CHECK("sgd", {p, g, lr, f32({1}, {1})}, {{"momentum", 0.9}, {"nesterov", true}}, {f32({1}, {1 - 0.1 * 1.76}), f32({1}, {1.4})});
        // The first step of Adam is lr in the direction of the gradient.
        CHECK("adam", {p, g, zero, zero, lr, first}, {{"epsilon", 0}}, {f32({1}, {0.9}), f32({1}, {0.05}), f32({1}, {0.00025})});
        CHECK("adam", {p, g, zero, zero, lr, first}, {{"epsilon", 0}, {"weight_decay", 0.2}, {"decoupled", true}},
              {f32({1}, {0.88}), f32({1}, {0.05}), f32({1}, {0.00025})});
        CHECK("lion", {p, g, f32({1}, {-1}), lr}, {{"weight_decay", 0.5}}, {f32({1}, {1.05}), f32({1}, {-0.985})});
        CHECK("adagrad", {p, g, zero, lr, i64({}, {3})}, {{"lr_decay", 0.5}}, {f32({1}, {0.95}), f32({1}, {0.25})});
        CHECK("rmsprop", {p, g, zero, lr}, {{"alpha", 0.75}}, {f32({1}, {0.8}), f32({1}, {0.0625})});
        // Norms 5 and sqrt(2), all directions of size 1.
        CHECK("lamb", {f32({2}, {3, 4}), f32({2}, {1, -1}), f32({2}, {0, 0}), f32({2}, {0, 0}), lr, first}, {{"epsilon", 0}},
              {f32({2}, {3 - 0.5 / std::sqrt(2), 4 + 0.5 / std::sqrt(2)}), f32({2}, {0.1, -0.1}), f32({2}, {0.001, 0.001})});
    }

    void wrongIndicesEndTheRun()
    {
        for (double index : {3.0, -1.0}) {
            const auto run = [&] {
                test::evaluateOp(*allOps().find("gather"), {f32({3}, {1, 2, 3}), i64({1}, {index})}, {}, test::reference());
            };
            QVERIFY_THROWS_EXCEPTION(RunError, run());
        }
    }
};

QTEST_GUILESS_MAIN(KnownValues)
#include "known_values.moc"
