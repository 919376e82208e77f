// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/approx.h"
#include "core/backends/cpu/simd/bf16.h"
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

#define DS_UNARY(name, expression)                                                                                                         \
    static void name(const float* xs, float* ys, int64_t n, const float* p)                                                                \
    {                                                                                                                                      \
        (void)p;                                                                                                                           \
        _Pragma("omp simd") for (int64_t i = 0; i < n; ++i)                                                                                \
        {                                                                                                                                  \
            const float x = xs[i];                                                                                                         \
            ys[i] = (expression);                                                                                                          \
        }                                                                                                                                  \
    }

DS_UNARY(neg, -x)
DS_UNARY(abs_, std::fabs(x))
DS_UNARY(exp_, expOf(x))
DS_UNARY(log_, logOf(x))
DS_UNARY(log1p_, log1pOf(x))
DS_UNARY(sqrt_, __builtin_sqrtf(x))
DS_UNARY(rsqrt, 1.0f / __builtin_sqrtf(x))
DS_UNARY(reciprocal, 1.0f / x)
DS_UNARY(square, x* x)
DS_UNARY(tanh_, tanhOf(x))
DS_UNARY(sigmoid, sigmoidOf(x))
DS_UNARY(erf_, erfOf(x))
DS_UNARY(floor_, __builtin_floorf(x))
DS_UNARY(ceil_, __builtin_ceilf(x))
DS_UNARY(relu, x < 0.0f ? 0.0f : x)
DS_UNARY(leakyRelu, x < 0.0f ? x * p[0] : x)
DS_UNARY(clamp, x < p[0] ? p[0] : (x > p[1] ? p[1] : x))
DS_UNARY(silu, x* sigmoidOf(x))
DS_UNARY(softplus, softplusOf(x))
DS_UNARY(geluErf, 0.5f * x * (1.0f + erfOf(x * 0.707106781f)))
DS_UNARY(geluTanh, 0.5f * x * (1.0f + tanhOf(0.797884561f * (x + 0.044715f * x * x * x))))
#undef DS_UNARY

static const Named<Unary> unaryList[] = {
    {"neg", neg},
    {"abs", abs_},
    {"exp", exp_},
    {"log", log_},
    {"log1p", log1p_},
    {"sqrt", sqrt_},
    {"rsqrt", rsqrt},
    {"square", square},
    {"tanh", tanh_},
    {"reciprocal", reciprocal},
    {"sigmoid", sigmoid},
    {"erf", erf_},
    {"floor", floor_},
    {"ceil", ceil_},
    {"relu", relu},
    {"leaky_relu", leakyRelu},
    {"clamp", clamp},
    {"silu", silu},
    {"softplus", softplus},
    {"gelu", geluErf},
    {"gelu_tanh", geluTanh},
};

// Out is a type, which takes no parentheses.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define DS_BINARY(name, Out, expression)                                                                                                   \
    static void name##VV(const float* as, const float* bs, Out* ys, int64_t n)                                                             \
    {                                                                                                                                      \
        _Pragma("omp simd") for (int64_t i = 0; i < n; ++i)                                                                                \
        {                                                                                                                                  \
            const float a = as[i], b = bs[i];                                                                                              \
            ys[i] = static_cast<Out>(expression);                                                                                          \
        }                                                                                                                                  \
    }                                                                                                                                      \
    static void name##VS(const float* as, float b, Out* ys, int64_t n)                                                                     \
    {                                                                                                                                      \
        _Pragma("omp simd") for (int64_t i = 0; i < n; ++i)                                                                                \
        {                                                                                                                                  \
            const float a = as[i];                                                                                                         \
            ys[i] = static_cast<Out>(expression);                                                                                          \
        }                                                                                                                                  \
    }                                                                                                                                      \
    static void name##SV(float a, const float* bs, Out* ys, int64_t n)                                                                     \
    {                                                                                                                                      \
        _Pragma("omp simd") for (int64_t i = 0; i < n; ++i)                                                                                \
        {                                                                                                                                  \
            const float b = bs[i];                                                                                                         \
            ys[i] = static_cast<Out>(expression);                                                                                          \
        }                                                                                                                                  \
    }
// NOLINTEND(bugprone-macro-parentheses)

DS_BINARY(add, float, a + b)
DS_BINARY(sub, float, a - b)
DS_BINARY(mul, float, a* b)
DS_BINARY(div, float, a / b)
DS_BINARY(maximum, float, a > b || a != a ? a : b)
DS_BINARY(minimum, float, a < b || a != a ? a : b)
DS_BINARY(equal, uint8_t, a == b)
DS_BINARY(notEqual, uint8_t, a != b)
DS_BINARY(less, uint8_t, a < b)
DS_BINARY(lessEqual, uint8_t, a <= b)
DS_BINARY(greater, uint8_t, a > b)
DS_BINARY(greaterEqual, uint8_t, a >= b)
#undef DS_BINARY

#define DS_ENTRY(text, name)                                                                                                               \
    {                                                                                                                                      \
        text, { name##VV, name##VS, name##SV }                                                                                             \
    }
static const Named<Binary> binaryList[] = {
    DS_ENTRY("add", add), DS_ENTRY("sub", sub),         DS_ENTRY("mul", mul),
    DS_ENTRY("div", div), DS_ENTRY("maximum", maximum), DS_ENTRY("minimum", minimum),
};
static const Named<Compare> compareList[] = {
    DS_ENTRY("equal", equal),          DS_ENTRY("not_equal", notEqual), DS_ENTRY("less", less),
    DS_ENTRY("less_equal", lessEqual), DS_ENTRY("greater", greater),    DS_ENTRY("greater_equal", greaterEqual),
};
#undef DS_ENTRY

static void select(const uint8_t* condition, const float* a, const float* b, float* y, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] = condition[i] ? a[i] : b[i];
}

static void reluGrad(const float* y, const float* grad, float* dx, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) dx[i] = y[i] > 0.0f ? grad[i] : 0.0f;
}

static void geluGrad(const float* xs, const float* grad, float* dx, int64_t n, bool byTanh)
{
    if (byTanh) {
#pragma omp simd
        for (int64_t i = 0; i < n; ++i) {
            const float x = xs[i];
            const float t = tanhOf(0.797884561f * (x + 0.044715f * x * x * x));
            const float inner = 0.797884561f * (1.0f + 0.134145f * x * x);
            dx[i] = grad[i] * (0.5f * (1.0f + t) + 0.5f * x * (1.0f - t * t) * inner);
        }
        return;
    }
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        const float x = xs[i];
        const float cdf = 0.5f * (1.0f + erfOf(x * 0.707106781f));
        dx[i] = grad[i] * (cdf + x * 0.398942280f * expOfNegative(-0.5f * x * x));
    }
}

static void widen(const Bf16* x, float* y, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] = widened(x[i]);
}

static void narrow(const float* x, Bf16* y, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] = narrowed(x[i]);
}

void fillElementwise(Functions& f)
{
    f.widen = widen;
    f.narrow = narrow;
    f.unary = {unaryList, sizeof unaryList / sizeof *unaryList};
    f.binary = {binaryList, sizeof binaryList / sizeof *binaryList};
    f.compare = {compareList, sizeof compareList / sizeof *compareList};
    f.select = select;
    f.reluGrad = reluGrad;
    f.geluGrad = geluGrad;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
