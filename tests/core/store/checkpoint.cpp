// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <limits>

#include <hdf5.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTest>

#include "core/base/philox.h"
#include "core/data/gzip.h"
#include "core/data/hdf5_file.h"
#include "core/store/checkpoint.h"
#include "core/store/checkpoint_block.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

namespace {

std::string contents(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {(std::istreambuf_iterator<char>(in)), {}};
}

Checkpoint sampleCheckpoint()
{
    Checkpoint checkpoint;
    checkpoint.document = "{\"layers\": [1, 2]}\n";
    checkpoint.state = {{"step", 1234}, {"loss", 0.1}, {"tiny", 5e-324}, {"seed", std::numeric_limits<uint64_t>::max()}};
    Rng rng(1);
    for (const DType dtype : {DType::F32, DType::F64, DType::BF16, DType::F16, DType::I32, DType::I64, DType::U8, DType::Bool}) {
        Tensor tensor(TensorType{dtype, {3, 5}});
        for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, rng.normal() * 100);
        checkpoint.tensors.push_back({"parameters/layer/" + std::string(dtypeName(dtype)), tensor});
    }
    checkpoint.tensors.push_back({"optimizer/step", Tensor::scalar(7)});
    checkpoint.tensors.push_back({"state/none", Tensor(TensorType{DType::F32, {0, 3}})});
    checkpoint.tensors.push_back({"optimizer/view", Tensor::of({2, 3}, {1, 2, 3, 4, 5, 6}).transposed(0, 1)});
    checkpoint.tensors.push_back({"a/odd", Tensor::of({2}, {std::numeric_limits<double>::quiet_NaN(), -0.0})});
    return checkpoint;
}

bool equal(const Checkpoint& a, const Checkpoint& b)
{
    if (a.document != b.document || a.state != b.state || a.tensors.size() != b.tensors.size()) return false;
    for (std::size_t i = 0; i < a.tensors.size(); ++i) {
        const Tensor x = a.tensors[i].tensor.contiguous(), y = b.tensors[i].tensor.contiguous();
        if (a.tensors[i].name != b.tensors[i].name || x.type() != y.type()) return false;
        if (x.bytes() && std::memcmp(x.raw(), y.raw(), x.bytes()) != 0) return false;
    }
    return true;
}

} // namespace

class CheckpointTest : public QObject {
    Q_OBJECT

    Folder m_dir;
    std::string m_path = m_dir.at("c.h5");

    std::string problem(const std::string& bytes) { return m_dir.error(checkpoint::load(m_dir.write("x.h5", bytes))); }

private slots:
    void comesBackToTheBit()
    {
        const Checkpoint checkpoint = sampleCheckpoint();
        for (int i = 0; i < 2; ++i) { // the second time it replaces a file
            const Status saved = checkpoint::save(m_path, checkpoint);
            QVERIFY2(saved.ok(), saved ? "" : saved.error().message().c_str());
            const Result<Checkpoint> loaded = checkpoint::load(m_path);
            QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().message().c_str());
            QVERIFY(equal(checkpoint, *loaded));
        }
        QVERIFY(!std::filesystem::exists(m_path + ".partial"));
        // Other programs find the tensors by their names.
        QVERIFY(Hdf5File::open(m_path)->dataset("tensors/parameters/layer/f32").ok());

        Checkpoint empty;
        QVERIFY(checkpoint::save(m_path, empty));
        QVERIFY(equal(empty, *checkpoint::load(m_path)));
    }

    void textThatIsNotUtf8DoesNotStopIt()
    {
        Checkpoint checkpoint;
        checkpoint.state = {{"path", "caf\xe9"}};
        QVERIFY(checkpoint::save(m_path, checkpoint));
        QCOMPARE(checkpoint::load(m_path)->state["path"].get<std::string>(), std::string("caf\xef\xbf\xbd"));
    }

    void refusesBadNames()
    {
        const auto naming = [&](std::initializer_list<const char*> names) {
            Checkpoint checkpoint;
            for (const char* name : names) checkpoint.tensors.push_back({name, Tensor::scalar(1)});
            return m_dir.error(checkpoint::save(m_dir.at("names.h5"), checkpoint));
        };
        for (const char* name : {"", "a//b", "/a", "a/", "a/./b", "a/../b"})
            QCOMPARE(naming({name}), "DIR/names.h5: a tensor cannot be named \"" + std::string(name) + "\".");
        QCOMPARE(naming({"a", "a"}), std::string("DIR/names.h5: two tensors are named \"a\"."));
        QCOMPARE(naming({"a/b", "a"}), std::string("DIR/names.h5: \"a\" is a tensor and a group of tensors."));
        QCOMPARE(naming({"a.b/c d"}), std::string("no error"));
    }

    void refusesWhatIsNotACheckpoint()
    {
        QVERIFY(
            m_dir.error(checkpoint::load(m_dir.at("no.h5"))).starts_with("DIR/no.h5: cannot open the file: No such file or directory."));
        QCOMPARE(problem(""), std::string("DIR/x.h5: is not a checkpoint."));
        QCOMPARE(problem("some text"), std::string("DIR/x.h5: is not a checkpoint."));
        {
            Result<Hdf5File> foreign = Hdf5File::create(m_dir.at("foreign.h5"));
            const float value = 1;
            QVERIFY(foreign->write("document", {DType::F32, {}}, &value) && foreign->close());
        }
        QCOMPARE(m_dir.error(checkpoint::load(m_dir.at("foreign.h5"))),
                 std::string("DIR/foreign.h5: is an HDF5 file, but no checkpoint of this program."));
    }

    void refusesANewerVersion()
    {
        QVERIFY(checkpoint::save(m_path, sampleCheckpoint()));
        std::string bytes = contents(m_path);
        bytes[8] = 2;
        const uint32_t crc = crc32Of({reinterpret_cast<const uint8_t*>(bytes.data()), 28});
        for (std::size_t i = 0; i < 4; ++i) bytes[28 + i] = static_cast<char>(crc >> (8 * i));
        QCOMPARE(problem(bytes),
                 std::string("DIR/x.h5: the checkpoint has format 2, written by a newer version of this program; this one reads up to 1. "
                             "Use the newer version."));
    }

    void refusesEveryCut()
    {
        QVERIFY(checkpoint::save(m_path, sampleCheckpoint()));
        const std::string bytes = contents(m_path);
        for (std::size_t length = 0; length < bytes.size(); length += length < 600 ? 1 : 41) {
            const std::string message = problem(bytes.substr(0, length));
            QVERIFY2(message == "DIR/x.h5: is not a checkpoint." || message.starts_with("DIR/x.h5: the checkpoint is cut off"),
                     message.c_str());
        }
        QVERIFY(problem(bytes + "x").starts_with("DIR/x.h5: the checkpoint is cut off: " + std::to_string(bytes.size() + 1)));
    }

    void refusesEveryMutation()
    {
        QVERIFY(checkpoint::save(m_path, sampleCheckpoint()));
        const std::string bytes = contents(m_path);
        Rng rng(11);
        for (int i = 0; i < 4000; ++i) {
            std::string mutated = bytes;
            for (uint64_t changes = 1 + rng.below(3); changes > 0; --changes) {
                // Half of them in the first bytes and in what describes the tensors.
                const std::size_t at = rng.below(2) ? rng.below(600) : rng.below(mutated.size());
                if (rng.below(3)) mutated[at] ^= static_cast<char>(1 << rng.below(8));
                else mutated[at] = static_cast<char>(rng.next());
            }
            const std::string message = problem(mutated);
            QVERIFY2(mutated == bytes || message != "no error", std::to_string(i).c_str());
        }
    }

    /// What the checksum vouches for is still not trusted blindly: the index might be written by something else.
    void survivesAWrongIndex()
    {
        const auto with = [&](const std::string& index, const std::string& state = "null") {
            {
                Result<Hdf5File> file = Hdf5File::create(m_path, checkpointBlock::size);
                const std::string document = "\n";
                const float one = 1;
                const auto text = [&](const char* name, const std::string& value) {
                    return file->write(name, {DType::U8, {static_cast<int64_t>(value.size())}}, value.data()).ok();
                };
                if (!text("index", index) || !text("document", document) || !text("state", state) ||
                    !file->write("tensors/a", {DType::F32, {1}}, &one) || !file->close())
                    return std::string("cannot write");
            }
            const checkpointBlock::Sum sum = *checkpointBlock::sumOf(m_path);
            const checkpointBlock::Block block = checkpointBlock::make(sum.fileSize, sum.crc);
            std::fstream(m_path, std::ios::in | std::ios::out | std::ios::binary)
                .write(reinterpret_cast<const char*>(block.data()), block.size());
            return m_dir.error(checkpoint::load(m_path));
        };
        const float one = 1;
        const std::string crc = std::to_string(crc32Of({reinterpret_cast<const uint8_t*>(&one), 4}));
        const auto entry = [](const std::string& name, const std::string& shape, const std::string& crc) {
            return "[{\"name\": \"" + name + "\", \"dtype\": \"f32\", \"shape\": " + shape + ", \"crc32\": " + crc + "}]";
        };
        const std::string list = "DIR/c.h5: the checkpoint has no valid list of tensors.";
        QCOMPARE(with(entry("a", "[1]", crc)), std::string("no error"));
        QCOMPARE(with("{}"), list);
        QCOMPARE(with("[3]"), list);
        QCOMPARE(with(entry("a", "[4611686018427387904, 4]", crc)), list);
        QCOMPARE(with(entry("a", "[-1]", crc)), list);
        QCOMPARE(with(entry("a", "[1099511627776]", crc)),
                 std::string("DIR/c.h5, tensor \"a\": has the shape [1], but [1099511627776] is listed."));
        QCOMPARE(with(entry("a", "[1]", "5")),
                 std::string("DIR/c.h5, tensor \"a\": does not match its checksum. Go back to an earlier checkpoint."));
        QVERIFY(with(entry("b", "[1]", crc)).starts_with("DIR/c.h5, dataset \"/tensors/b\": there is no such dataset"));
        QVERIFY(with("[]", "{").starts_with("DIR/c.h5: not valid JSON"));
    }

    void cannotWrite()
    {
        const std::string missing = m_dir.error(checkpoint::save(m_dir.at("none/c.h5"), sampleCheckpoint()));
        QCOMPARE(
            missing,
            std::string("DIR/none/c.h5.partial: cannot create the file: No such file or directory. Check that the folder exists, can be "
                        "written to and has room."));
    }

    /// The size limit of a process stands in for a full disk, at many places of the file.
    void aFullDiskLeavesTheOldOne()
    {
        const std::string folder = m_dir.at("disk");
        std::filesystem::create_directory(folder);
        const std::string path = folder + "/c.h5";
        Checkpoint checkpoint = sampleCheckpoint();
        QVERIFY(checkpoint::save(path, checkpoint));
        const std::string before = contents(path);
        checkpoint.tensors.push_back({"parameters/big", Tensor::zeros({DType::F32, {100, 1000}})});
        const std::size_t whole = before.size() + 400'000;
        int failed = 0;
        for (std::size_t limit = 0; limit < whole + 100'000; limit += limit < 4096 ? 512 : 20'011) {
            const pid_t child = ::fork();
            if (child == 0) {
                std::signal(SIGXFSZ, SIG_IGN);
                const rlimit size{limit, limit};
                ::setrlimit(RLIMIT_FSIZE, &size);
                ::alarm(20);
                const Status saved = checkpoint::save(path, checkpoint);
                const int code = saved ? 0 : saved.error().message().find("Check that") != std::string::npos ? 1 : 2;
                ::_exit(H5close() >= 0 ? code : 3); // what the library does when a process ends
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY2(WIFEXITED(status), ("limit " + std::to_string(limit)).c_str());
            QVERIFY2(WEXITSTATUS(status) < 2, ("limit " + std::to_string(limit)).c_str());
            QVERIFY(!std::filesystem::exists(path + ".partial"));
            if (WEXITSTATUS(status) == 0) break;
            ++failed;
            QCOMPARE(contents(path), before);
        }
        QVERIFY(failed > 20);
        QVERIFY(equal(*checkpoint::load(path), checkpoint));
    }
};

QTEST_GUILESS_MAIN(CheckpointTest)
#include "checkpoint.moc"
