// SPDX-License-Identifier: Apache-2.0
#include "core/base/philox.h"

#include <QtTest>

using namespace ds;

namespace {

using Block = std::array<uint32_t, 4>;

/// The block of a counter and a key as Random123 writes them. Our counter words are: element, its upper half (which also
/// takes the upper half of the step, shifted), step, stream.
Block philox(const Block& counter, const std::array<uint32_t, 2>& key)
{
    const Philox numbers(uint64_t{key[1]} << 32 | key[0], counter[3], counter[2]);
    return numbers.block(uint64_t{counter[1]} << 32 | counter[0]);
}

} // namespace

class PhiloxTest : public QObject {
    Q_OBJECT

private slots:
    // The vectors of "philox4x32 10" in kat_vectors of Random123 (Salmon et al.).
    void knownAnswers()
    {
        QVERIFY((philox({0, 0, 0, 0}, {0, 0}) == Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        constexpr uint32_t ones = 0xffffffff;
        QVERIFY((philox({ones, ones, ones, ones}, {ones, ones}) == Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QVERIFY((philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
                 Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void elementsAreTheBlocksInOrder()
    {
        const Philox numbers(5, 6, 7);
        for (uint64_t i = 0; i < 64; ++i) QCOMPARE(numbers.bits(i), numbers.block(i / 4)[i % 4]);
    }

    void stepsBeyond32BitsDiffer() { QVERIFY(Philox(1, 1, 1).block(9) != Philox(1, 1, 1 + (uint64_t{1} << 32)).block(9)); }

    void uniformRange()
    {
        QCOMPARE(Philox::toUnit(0), 0.0f);
        QVERIFY(Philox::toUnit(0xffffffff) < 1.0f);
    }

    void normalMoments()
    {
        const Philox numbers(3, 0, 0);
        constexpr int count = 100000;
        double sum = 0, squares = 0, product = 0;
        for (uint64_t i = 0; i < count; ++i) {
            const double x = numbers.normal(i);
            sum += x;
            squares += x * x;
            product += x * numbers.normal(i ^ 1); // the other one of the pair
        }
        QVERIFY(std::abs(sum / count) < 4 / std::sqrt(count));
        QVERIFY(std::abs(squares / count - 1) < 4 * std::sqrt(2.0 / count));
        QVERIFY(std::abs(product / count) < 4 * std::sqrt(2.0 / count));
    }

    void below()
    {
        Rng rng(1);
        std::array<int, 7> counts{};
        for (int i = 0; i < 70000; ++i) ++counts.at(rng.below(7));
        for (int count : counts) QVERIFY(std::abs(count - 10000) < 4 * 100);
    }
};

QTEST_GUILESS_MAIN(PhiloxTest)
#include "philox.moc"
