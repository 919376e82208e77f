// SPDX-License-Identifier: Apache-2.0
#include "core/tensor/dtype.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace ds;

namespace {
bool isNan(uint16_t half) { return (half & 0x7c00) == 0x7c00 && (half & 0x3ff); }
} // namespace

class DTypeTest : public QObject {
    Q_OBJECT

private slots:
    void halfRoundTrip()
    {
        for (uint32_t bits = 0; bits < 0x10000; ++bits) {
            const auto half = static_cast<uint16_t>(bits);
            const float value = f16ToFloat(half);
            if (isNan(half)) QVERIFY(std::isnan(value) && isNan(floatToF16(value)));
            else QCOMPARE(floatToF16(value), half);
        }
    }

    void halfRoundsToNearestEven()
    {
        // Between each two neighbours: the middle goes to the even one, anything beside it to the nearer one.
        for (uint32_t bits = 0; bits < 0x7bff; ++bits) {
            const auto low = static_cast<uint16_t>(bits), high = static_cast<uint16_t>(bits + 1);
            const float middle = (f16ToFloat(low) + f16ToFloat(high)) / 2;
            QCOMPARE(floatToF16(middle), bits % 2 ? high : low);
            QCOMPARE(floatToF16(std::nextafter(middle, 0.0f)), low);
            QCOMPARE(floatToF16(std::nextafter(middle, 1e9f)), high);
            QCOMPARE(floatToF16(-middle), static_cast<uint16_t>((bits % 2 ? high : low) | 0x8000));
        }
        QCOMPARE(floatToF16(65519.0f), 0x7bff);
        QCOMPARE(floatToF16(65520.0f), 0x7c00);
    }

    void bfloatRoundTrip()
    {
        for (uint32_t bits = 0; bits < 0x10000; ++bits) {
            const auto value = static_cast<uint16_t>(bits);
            if (std::isnan(bf16ToFloat(value))) QVERIFY(std::isnan(bf16ToFloat(floatToBf16(bf16ToFloat(value)))));
            else QCOMPARE(floatToBf16(bf16ToFloat(value)), value);
        }
    }

    void bfloatRoundsToNearestEven()
    {
        QCOMPARE(floatToBf16(std::bit_cast<float>(0x3f808000u)), 0x3f80); // middle, the lower is even
        QCOMPARE(floatToBf16(std::bit_cast<float>(0x3f818000u)), 0x3f82); // middle, the upper is even
        QCOMPARE(floatToBf16(std::bit_cast<float>(0x3f808001u)), 0x3f81);
        QCOMPARE(floatToBf16(std::numeric_limits<float>::max()), 0x7f80);
    }

    void integersSaturate()
    {
        uint8_t byte = 0;
        storeElement(DType::U8, &byte, 0, 300);
        QCOMPARE(byte, 255);
        storeElement(DType::U8, &byte, 0, -1);
        QCOMPARE(byte, 0);
        int32_t word = 0;
        storeElement(DType::I32, &word, 0, -2.9);
        QCOMPARE(word, -2);
        storeElement(DType::I32, &word, 0, 1e20);
        QCOMPARE(word, std::numeric_limits<int32_t>::max());
        int64_t big = 0;
        storeElement(DType::I64, &big, 0, std::numeric_limits<double>::infinity());
        QCOMPARE(big, std::numeric_limits<int64_t>::max());
    }

    void names()
    {
        for (int i = 0; i < 8; ++i) QVERIFY(dtypeFromName(dtypeName(static_cast<DType>(i))) == static_cast<DType>(i));
        QVERIFY(!dtypeFromName("float"));
    }
};

QTEST_GUILESS_MAIN(DTypeTest)
#include "dtype.moc"
