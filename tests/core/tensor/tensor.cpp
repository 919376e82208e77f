// SPDX-License-Identifier: Apache-2.0
#include "core/tensor/finite.h"

#include <QtTest>

#include <malloc.h>

using namespace ds;

class TensorTest : public QObject {
    Q_OBJECT

private:
    static std::vector<double> values(const Tensor& tensor)
    {
        std::vector<double> result;
        for (int64_t i = 0; i < tensor.count(); ++i) result.push_back(tensor.at(i));
        return result;
    }

private slots:
    void transposedView()
    {
        const Tensor x = Tensor::of({2, 3}, {1, 2, 3, 4, 5, 6});
        const Tensor t = x.transposed(0, 1);
        QVERIFY(!t.dense());
        QVERIFY((values(t) == std::vector<double>{1, 4, 2, 5, 3, 6}));
        const Tensor dense = t.contiguous();
        QVERIFY(dense.dense());
        QVERIFY(values(dense) == values(t));
        Tensor shared = t;
        shared.set(1, 40);
        QCOMPARE(x.at(3), 40.0);
    }

    void finiteNumbers()
    {
        for (const DType dtype : {DType::F32, DType::F64, DType::BF16, DType::F16}) {
            const Tensor good = Tensor::of({2, 3}, {0, -0.0, 1e-4, -60000, 3, 4}).to(dtype);
            QVERIFY(allFinite(good) && allFinite(good.transposed(0, 1)));
            for (const double bad : {double(NAN), double(INFINITY), -double(INFINITY)}) {
                Tensor spoilt = Tensor::of({2, 3}, {0, 1, 2, 3, 4, 5}).to(dtype);
                spoilt.set(4, bad);
                QVERIFY(!allFinite(spoilt));
                QVERIFY(allFinite(spoilt.sliced(0, 0, 1)) && !allFinite(spoilt.sliced(1, 1, 2)));
            }
            QVERIFY(allFinite(Tensor(TensorType{dtype, {0, 3}})));
        }
        QVERIFY(allFinite(Tensor::of({2}, {1, 0}).to(DType::I64)));
    }

    void slicedView()
    {
        const Tensor x = Tensor::of({3, 4}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        const Tensor rows = x.sliced(0, 1, 3);
        QVERIFY(rows.dense());
        QCOMPARE(rows.span<float>()[0], 4.0f);
        const Tensor part = rows.sliced(1, 1, 3);
        QVERIFY(!part.dense());
        QVERIFY((values(part.contiguous()) == std::vector<double>{5, 6, 9, 10}));
        QVERIFY(x.sliced(1, 2, 2).dense()); // empty
    }

    void conversions()
    {
        const Tensor x = Tensor::of({3}, {-1.5, 0, 2.5});
        QVERIFY((values(x.to(DType::I32)) == std::vector<double>{-1, 0, 2}));
        QVERIFY((values(x.to(DType::Bool)) == std::vector<double>{1, 0, 1}));
        QVERIFY((values(x.to(DType::F64)) == std::vector<double>{-1.5, 0, 2.5}));
        QVERIFY((values(x.transposed(0, 0).reshaped({1, 3})) == std::vector<double>{-1.5, 0, 2.5}));
    }

    void sizeOneIsDenseUnderAnyStride()
    {
        const Tensor x = Tensor::of({1, 3}, {1, 2, 3});
        QVERIFY(x.transposed(0, 1).dense());
    }

    void bytesAreCounted()
    {
        const std::size_t before = Buffer::inUse();
        Buffer::resetPeak();
        {
            const Tensor a(TensorType{DType::F32, {100}});
            const Tensor b = a; // NOLINT(performance-unnecessary-copy-initialization): that it costs nothing is the test
            QCOMPARE(Buffer::inUse(), before + 400);
        }
        QCOMPARE(Buffer::inUse(), before);
        QCOMPARE(Buffer::peak(), before + 400);
    }

    /// What a buffer leaves behind is taken by the next of its size, even where small blocks lie between: the heap does not grow.
    void aFreedBufferIsTakenAgain()
    {
        constexpr std::size_t bytes = 100'000, rounds = 300;
        std::vector<std::unique_ptr<char[]>> between;
        const auto heap = [] {
            const struct mallinfo2 info = mallinfo2();
            return info.arena + info.hblkhd;
        };
        const std::size_t before = heap();
        for (std::size_t i = 0; i < rounds; ++i) {
            const Buffer first(bytes), second(bytes);
            between.push_back(std::make_unique<char[]>(100));
        }
        QVERIFY2(heap() < before + 20 * bytes, qPrintable(QString::number(heap() - before) + " more bytes"));
    }

    void bufferIsAligned()
    {
        for (std::size_t bytes : {0, 1, 63, 64, 65}) {
            Buffer buffer(bytes);
            QCOMPARE(reinterpret_cast<uintptr_t>(buffer.data()) % 64, uintptr_t{0});
        }
    }
};

QTEST_GUILESS_MAIN(TensorTest)
#include "tensor.moc"
