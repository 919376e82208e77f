// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/source.h"

namespace ds {

/// Maps bytes to (x / 255 - mean) / std, per channel.
class PixelScale {
public:
    /// One number for all channels or one per channel; else an error with the attribute's name. std must not be 0.
    static Result<PixelScale> make(const Floats& mean, const Floats& std, int64_t channels);

    float operator()(int64_t channel, uint8_t value) const
    {
        return (static_cast<float>(value) * unit - m_mean[index(channel)]) / m_std[index(channel)];
    }
    /// Of each channel.
    std::vector<double> black(int64_t channels) const
    {
        std::vector<double> list;
        for (int64_t c = 0; c < channels; ++c) list.push_back(static_cast<double>((*this)(c, 0)));
        return list;
    }
    /// In place, on planes [channels, pixels] in [0, 255].
    void apply(float* planes, int64_t channels, int64_t pixels) const;

private:
    static constexpr float unit = 1.0f / 255.0f;
    std::size_t index(int64_t channel) const { return m_mean.size() == 1 ? 0 : static_cast<std::size_t>(channel); }
    std::vector<float> m_mean, m_std;
};

/// Encodes an image or .npy file as one f32 [channels, height, width], scaled by the attributes `mean` and `std`.
/// The shape is the `shape` in what was learnt.
Encoded encodeImage(const EncodeCall& call);

} // namespace ds
