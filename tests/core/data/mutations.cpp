// SPDX-License-Identifier: Apache-2.0
// Thousands of damaged files from a seeded mutator: opening and reading them gives samples or an error, but no crash, no
// hang and no memory for what a header only claims.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <new>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/base/philox.h"
#include "core/data/hdf5_file.h"
#include "core/data/image.h"
#include "tests/core/data/files.h"
#include "tests/core/data/pictures.h"

using namespace ds;
using namespace ds::test;

namespace {
std::atomic<std::size_t> largestRequest{0};
}

void* operator new(std::size_t size)
{
    std::size_t largest = largestRequest;
    while (size > largest && !largestRequest.compare_exchange_weak(largest, size)) {
    }
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept
{
    try {
        return operator new(size);
    } catch (...) {
        return nullptr;
    }
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

class MutationsTest : public QObject {
    Q_OBJECT

    Folder m_dir;
    int m_survived = 0, m_inputs = 0;

    /// One to four changes: a byte flipped, set to an extreme, removed, doubled; a cut; a run of 0xff.
    static std::string mutated(std::string bytes, Rng& rng, std::size_t header)
    {
        for (uint64_t changes = 1 + rng.below(4); changes > 0 && !bytes.empty(); --changes) {
            // Mostly in the header, where sizes and types are.
            const std::size_t reach = rng.below(4) ? std::min(header, bytes.size()) : bytes.size();
            const std::size_t at = rng.below(reach);
            switch (rng.below(7)) {
            case 0: bytes[at] ^= static_cast<char>(1 << rng.below(8)); break;
            case 1: bytes[at] = static_cast<char>(rng.next()); break;
            case 2: bytes[at] = '\xff'; break;
            case 3: bytes.erase(at, 1 + rng.below(4)); break;
            case 4: bytes.insert(at, 1 + rng.below(4), bytes[at]); break;
            case 5: bytes.resize(at); break;
            default:
                for (std::size_t i = at; i < std::min(at + 8, bytes.size()); ++i) bytes[i] = '\xff';
            }
        }
        return bytes;
    }

    /// Runs `use` on `count` mutations; it says whether the input was taken.
    template <class Use>
    void hammer(const std::string& original, std::size_t header, int count, Use use)
    {
        QVERIFY(use(original));
        Rng rng(20, streamOf(original.data(), original.size()));
        largestRequest = 0;
        Buffer::resetPeak();
        for (int i = 0; i < count; ++i) {
            const std::string bytes = mutated(original, rng, header);
            const auto start = std::chrono::steady_clock::now();
            m_survived += use(bytes);
            ++m_inputs;
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
            QVERIFY2(took.count() < 5, ("mutation " + std::to_string(i) + " took long").c_str());
        }
        QVERIFY2(largestRequest < 64u << 20, ("memory asked for at once: " + std::to_string(largestRequest)).c_str());
    }

    /// Opens a source on the file "x" and reads the first and the last sample.
    static bool readsAll(const Opened& data)
    {
        if (!data || (*data)->size() <= 0) return false;
        for (const Field& field : (*data)->fields())
            if (field.type.bytes() > (1u << 26)) return true; // allowed by a file of that size, but not worth the time
        try {
            sample<std::byte>(**data, 0, 0);
            sample<std::byte>(**data, (*data)->size() - 1, 0);
        } catch (const RunError&) {
            return false;
        }
        return true;
    }

private slots:
    void idxHeaders()
    {
        const std::string images = idx({4, 3, 3}, std::string(36, '\x50'));
        m_dir.write("y", idx({4}, {0, 1, 0, 1}));
        hammer(images, 16, 3000, [&](const std::string& bytes) {
            m_dir.write("x", bytes);
            return readsAll(openSource("idx", {{"images", "x"}, {"labels", "y"}}, m_dir.path()));
        });
    }

    void npyHeaders()
    {
        const std::string array = npy("<f4", "(3, 4)", std::string(48, '\x40'), true);
        hammer(array, 80, 3000, [&](const std::string& bytes) {
            m_dir.write("x", bytes);
            return readsAll(openSource("numpy", {{"inputs", "x"}}, m_dir.path()));
        });
    }

    void csvTables()
    {
        const std::string table = "a,b,kind\n1,2.5,x\n\"3\",4e1,\"y \"\"z\"\"\"\n5,NA,x\n";
        hammer(table, table.size(), 3000, [&](const std::string& bytes) {
            m_dir.write("x", bytes);
            return readsAll(openSource("csv", {{"file", "x"}, {"target", "kind"}, {"missing", "mean"}}, m_dir.path()));
        });
    }

    void pictures()
    {
        const std::vector<uint8_t> pixels = gradient(24, 16, 3);
        for (const std::string& file : {encodePng(24, 16, 3, pixels), encodeJpeg(24, 16, 3, pixels), encodeJpeg(24, 16, 3, pixels, true),
                                        encodeWebp(24, 16, pixels), encodeWebp(24, 16, pixels, false)})
            hammer(file, 64, 800, [&](const std::string& bytes) {
                return decodeImage({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, 3, "x").ok();
            });
    }

    void hdf5Files()
    {
        {
            Result<Hdf5File> file = Hdf5File::create(m_dir.at("x"));
            const std::vector<float> values(12, 1.0f);
            QVERIFY(file->write("data/x", {DType::F32, {3, 4}}, values.data()) && file->close());
        }
        std::ifstream in(m_dir.at("x"), std::ios::binary);
        const std::string original((std::istreambuf_iterator<char>(in)), {});
        hammer(original, 1024, 600, [&](const std::string& bytes) {
            m_dir.write("x", bytes);
            return readsAll(openSource("hdf5", {{"file", "x"}, {"inputs", "data/x"}}, m_dir.path()));
        });
    }

    void enoughOfBoth()
    {
        QVERIFY(m_inputs >= 10'000);
        QVERIFY(m_survived > m_inputs / 50); // the mutator does not only make rubbish
        QVERIFY(m_survived < m_inputs / 2);
    }
};

QTEST_GUILESS_MAIN(MutationsTest)
#include "mutations.moc"
