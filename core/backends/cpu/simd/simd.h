// SPDX-License-Identifier: Apache-2.0
// Own vectorised loops. Each source file here is compiled once for each instruction set (DS_ISA is the namespace) and
// reached through a table of functions, so that one binary runs well on every CPU. These files include no library
// templates: an inline function compiled for AVX-512 must never be the one that the linker keeps for all.
#pragma once

#include <cstdint>

namespace ds::cpu::simd {

/// y[i] = f(x[i]); up to two parameters (slope; minimum and maximum).
using Unary = void (*)(const float* x, float* y, int64_t n, const float* parameters);
/// Both operands of length n, or one of them a single number.
template <class Out>
struct BinaryOf {
    void (*vv)(const float* a, const float* b, Out* y, int64_t n);
    void (*vs)(const float* a, float b, Out* y, int64_t n);
    void (*sv)(float a, const float* b, Out* y, int64_t n);
};
using Binary = BinaryOf<float>;
using Compare = BinaryOf<uint8_t>;

template <class F>
struct Named {
    const char* name;
    F f;
};
template <class F>
struct List {
    const Named<F>* items;
    int count;
};

/// What one output position of a pooling covers along one dimension: `count` elements from `first`, padding left out.
struct PoolSpan {
    int64_t first, count;
    float divisor; ///< of averages
};
/// One plane of pooling, channels in blocks of `block` innermost; always three spatial dimensions. Elements of a span are
/// `step` apart; there is one span for each output position of a dimension.
struct PoolPlan {
    int64_t in[3], out[3], step[3], block;
    const PoolSpan* spans[3];
    int64_t inCount() const { return in[0] * in[1] * in[2]; }
    int64_t outCount() const { return out[0] * out[1] * out[2]; }
};

/// One block of channels of a normalisation over [batch, spatial]: `step` floats from one batch item to the next.
struct ChannelBlock {
    int64_t batch, spatial, block, step;
};

/// x × factor + offset for each channel of a block.
struct ChannelAffine {
    const float *factor, *offset;
};

struct AdamStep {
    float lr, beta1, beta2, epsilon, weightDecay, correction1, correction2;
    float rest1, rest2; // 1 - beta, rounded once: in float 1 - 0.999 keeps only five digits
    bool decoupled;
    float scale; // of the gradient, as in all steps
};
struct SgdStep {
    float lr, momentum, weightDecay;
    bool nesterov;
    float scale;
};
struct LionStep {
    float lr, beta1, beta2, rest1, rest2, weightDecay, scale;
};
struct AdagradStep {
    float lr, weightDecay, epsilon, scale;
};
struct RmsPropStep {
    float lr, alpha, rest, weightDecay, epsilon, momentum, scale;
};

/// Of core/base/philox.h: the counter's upper half is xored with `high`.
struct RandomKey {
    uint32_t key0, key1, stream, step, high;
};

/// Half precision in memory. Loops compute in f32.
struct Bf16 {
    uint16_t bits;
};

/// Of some finite numbers. spread: the sum of the squared distances from the mean. Zeros of either sign.
struct StretchMoments {
    double mean, spread;
    float least, most;
    uint32_t zeros, negativeZeros;
};

/// Loops over operands of one element type.
template <class T>
struct LoopsOf {
    /// mean and variance hold `block` numbers.
    void (*channelMoments)(const ChannelBlock&, const T* x, float* mean, float* variance);
    void (*channelScale)(const ChannelBlock&, const ChannelAffine&, const T* x, T* y);
    /// y = relu(... + residual), which may be null.
    void (*channelScaleRelu)(const ChannelBlock&, const ChannelAffine&, const T* x, const T* residual, T* y);
    /// sums of grad and of grad × (x - mean) × inverse deviation. `positive`, if given: only where that of x is positive.
    void (*channelGradSums)(const ChannelBlock&, const ChannelAffine* positive, const T* x, const T* grad, const float* mean,
                            const float* inverse, float* sum, float* dot);
    /// dx = grad × a + x × b + c for each channel; grad counts as 0 where `positive` is given and that of x is not positive.
    void (*channelGrad)(const ChannelBlock&, const ChannelAffine* positive, const T* x, const T* grad, const float* a, const float* b,
                        const float* c, T* dx);

    /// One row of layer or RMS normalisation (rms: mean is taken as 0). scale and bias may be null.
    void (*normRow)(const T* x, const float* scale, const float* bias, T* y, int64_t n, float epsilon, bool rms);
    /// Adds to dscale and dbias (may be null). `more`, if given, is added to dx, which may lie over it or over grad.
    void (*normGradRow)(const T* x, const float* scale, const T* grad, const T* more, T* dx, float* dscale, float* dbias, int64_t n,
                        float epsilon, bool rms);
};

struct Functions {
    const char* name;
    LoopsOf<float> f32;
    LoopsOf<Bf16> bf16;
    void (*widen)(const Bf16* x, float* y, int64_t n);
    /// Rounds to nearest even.
    void (*narrow)(const float* x, Bf16* y, int64_t n);
    List<Unary> unary;
    List<Binary> binary;
    List<Compare> compare;
    void (*select)(const uint8_t* condition, const float* a, const float* b, float* y, int64_t n);
    void (*reluGrad)(const float* y, const float* grad, float* dx, int64_t n);
    void (*geluGrad)(const float* x, const float* grad, float* dx, int64_t n, bool tanh);

    // Reductions. Rows: one result for each of `rows` stretches of n. Columns: n results over `rows` rows.
    float (*sumRow)(const float* x, int64_t n);
    float (*sumSquaresRow)(const float* x, int64_t n);
    float (*dotRow)(const float* x, const float* y, int64_t n);
    float (*maxRow)(const float* x, int64_t n);
    void (*addRow)(const float* x, float* accumulator, int64_t n);
    /// Adds all rows, which are n apart: eight at a time, so that the accumulator is seldom touched.
    void (*addRows)(const float* x, int64_t rows, float* accumulator, int64_t n);
    void (*maxInto)(const float* x, float* accumulator, int64_t n);

    /// bins[t][sign × 256 + exponent] += 1 for each x, in any of four tables t of 512.
    void (*exponents)(const float* x, int64_t n, uint32_t* bins);
    /// n > 0
    StretchMoments (*stretchMoments)(const float* x, int64_t n);

    void (*maxPool)(const PoolPlan&, const float* x, float* y);
    void (*maxPoolGrad)(const PoolPlan&, const float* x, const float* grad, float* dx);
    void (*avgPool)(const PoolPlan&, const float* x, float* y);
    void (*avgPoolGrad)(const PoolPlan&, const float* grad, float* dx);

    void (*softmaxRow)(const float* x, float* y, int64_t n);
    void (*logSoftmaxRow)(const float* x, float* y, int64_t n);
    /// log of the sum of exponentials.
    float (*logSumExpRow)(const float* x, int64_t n);
    /// y = factor × exp(x - shift)
    void (*expShifted)(const float* x, float shift, float factor, float* y, int64_t n);
    /// dx = y × (grad - <grad, y>)
    void (*softmaxGradRow)(const float* y, const float* grad, float* dx, int64_t n);

    /// In place: the probabilities of a row of n scores of which the first `seen` count, 0 beyond. `bias` is added, `allowed`
    /// selects; a step of 0 stands for one element for all. All 0 if nothing is left.
    void (*attentionRow)(float* scores, int64_t n, int64_t seen, const float* bias, int64_t biasStep, const uint8_t* allowed,
                         int64_t allowedStep);
    /// dp = p × (dp × kept - delta), then p = p × kept; kept may be null (1).
    void (*attentionGradRow)(float* p, float* dp, const float* kept, float delta, int64_t n);

    /// Factors of dropout (0 or scale) of the elements of whole blocks of four.
    void (*dropoutFactors)(const RandomKey&, uint64_t firstBlock, int64_t blocks, float rate, float scale, float* factors);
    /// y = x × factor, 0 where the factor is 0.
    void (*keep)(const float* x, const float* factors, float* y, int64_t n);

    void (*adam)(const AdamStep&, float* parameter, const float* grad, float* m, float* v, int64_t n);
    void (*sgd)(const SgdStep&, float* parameter, const float* grad, float* velocity, int64_t n);
    void (*lion)(const LionStep&, float* parameter, const float* grad, float* m, int64_t n);
    void (*adagrad)(const AdagradStep&, float* parameter, const float* grad, float* sum, int64_t n);
    /// velocity and average may be null.
    void (*rmsprop)(const RmsPropStep&, float* parameter, const float* grad, float* square, float* velocity, float* average, int64_t n);
    /// Adam's direction with decay; m and v move on.
    void (*lambDirection)(const AdamStep&, const float* parameter, const float* grad, float* m, float* v, float* direction, int64_t n);
    /// y += factor × x
    void (*addScaled)(const float* x, float factor, float* y, int64_t n);

    /// Products of few rows with one matrix b[k, n] over and over, as recurrent layers need: b is packed once. packedSize is in
    /// floats; steps are from one row or column of b to the next. multiply: c[m, n] = a[m, k] b, or added to c.
    int64_t (*packedSize)(int64_t k, int64_t n);
    void (*pack)(const float* b, int64_t rowStep, int64_t columnStep, int64_t k, int64_t n, float* packed);
    void (*multiply)(const float* a, int64_t lda, int64_t m, const float* packed, int64_t k, int64_t n, float* c, int64_t ldc, bool add);
    /// ... with a[k, m] transposed.
    void (*multiplyTransposed)(const float* a, int64_t lda, int64_t m, const float* packed, int64_t k, int64_t n, float* c, int64_t ldc,
                               bool add);

    /// y[j, i] = x[i, j] for an 8 × 8 tile; ldx and ldy from row to row.
    void (*transposeTile)(const float* x, int64_t ldx, float* y, int64_t ldy);

    /// Gates of recurrent cells for n units of one sequence item; gates hold the sums on entry, the activations on return.
    void (*lstmCell)(float* gates, const float* cBefore, float* c, float* h, int64_t n);
    void (*lstmCellGrad)(const float* gates, const float* cBefore, const float* c, const float* dh, float* dc, float* dgates, int64_t n);
    /// gates hold the input's part of r, z, n on entry, the activations on return; recurrent the other part.
    void (*gruCell)(float* gates, const float* recurrent, const float* hBefore, float* h, int64_t n);
    /// In place: gates become the gradients of the input's part, recurrent those of the other. dh becomes what goes straight
    /// to the state before.
    void (*gruCellGrad)(float* gates, float* recurrent, const float* hBefore, float* dh, int64_t n);
    /// gates = dh × derivative of the activation whose values they hold.
    void (*rnnCellGrad)(float* gates, const float* dh, int64_t n, bool relu);
};

/// For this machine.
const Functions& functions();
template <class T>
const LoopsOf<T>& loops();
template <>
inline const LoopsOf<float>& loops<float>()
{
    return functions().f32;
}
template <>
inline const LoopsOf<Bf16>& loops<Bf16>()
{
    return functions().bf16;
}

} // namespace ds::cpu::simd
