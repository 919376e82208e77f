// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "core/data/csv_table.h"
#include "core/data/fitted.h"
#include "core/data/source.h"
#include "core/data/utf8.h"

namespace ds {

namespace {

/// The mean and the standard deviation of one feature over its cells that are not missing (NaN).
struct Moments {
    double mean = 0, std = 1;

    /// each(take): hands all cells to take(value).
    template <class Each>
    static Moments of(Each each)
    {
        double count = 0, sum = 0, squares = 0;
        each([&](double x) {
            if (!std::isnan(x)) sum += x, ++count;
        });
        if (count == 0) return {};
        const double mean = sum / count;
        each([&](double x) {
            if (!std::isnan(x)) squares += (x - mean) * (x - mean);
        });
        const double std = std::sqrt(squares / count);
        return {std::isfinite(mean) ? mean : 0, std > 0 && std::isfinite(std) ? std : 1}; // a constant column becomes 0
    }
};

/// How raw feature cells become numbers, and what is known about them from the training data.
struct Features {
    Strings names;
    Floats mean, std;
    bool standardize = true;

    float scaled(std::size_t i, double value) const { return static_cast<float>(standardize ? (value - mean[i]) / std[i] : value); }
    double raw(std::size_t i, float value) const { return standardize ? value * std[i] + mean[i] : value; }

    static std::optional<Features> fromFitted(const Json* fitted, bool standardize)
    {
        Features f{fittedStrings(fitted, "features"), fittedNumbers(fitted, "mean"), fittedNumbers(fitted, "std"), standardize};
        const auto positive = [](double x) { return x > 0; };
        if (f.names.empty() || f.mean.size() != f.names.size() || f.std.size() != f.names.size()) return std::nullopt;
        if (!std::all_of(f.std.begin(), f.std.end(), positive)) return std::nullopt;
        return f;
    }
};

class CsvDataset : public Dataset {
public:
    Features features;
    std::vector<float> inputs;   // [rows, features]
    std::vector<int64_t> labels; // classification
    std::vector<float> targets;  // [rows, targets], regression
    std::vector<Field> fieldList;
    std::vector<std::size_t> filled; // indices of inputs whose cell was missing, in order
    int64_t rows = 0;
    bool learnt = false; // `features` come from these rows

    int64_t size() const override { return rows; }
    const std::vector<Field>& fields() const override { return fieldList; }

    void read(int64_t index, std::span<void* const> out) const override
    {
        const auto copyRow = [&](const std::vector<float>& from, std::size_t field) {
            const int64_t width = fieldList[field].type.count();
            std::copy_n(from.begin() + index * width, width, static_cast<float*>(out[field]));
        };
        copyRow(inputs, 0);
        if (labels.empty()) copyRow(targets, 1);
        else *static_cast<int64_t*>(out[1]) = labels[static_cast<std::size_t>(index)];
    }

    Json fitted() const override
    {
        Json json = {{"features", features.names}, {"mean", features.mean}, {"std", features.std}};
        if (!labels.empty()) json["classes"] = fieldList[1].classes;
        return json;
    }
    std::shared_ptr<const Dataset> fittedTo(std::span<const uint32_t> samples) const override
    {
        if (!learnt) return nullptr;
        auto copy = std::make_shared<CsvDataset>(*this);
        const std::size_t width = features.names.size();
        for (std::size_t i : filled) copy->inputs[i] = std::nanf("");
        for (std::size_t f = 0; f < width; ++f) {
            const Moments moments = Moments::of([&](auto take) {
                for (uint32_t row : samples) take(features.raw(f, copy->inputs[row * width + f]));
            });
            copy->features.mean[f] = moments.mean;
            copy->features.std[f] = moments.std;
        }
        for (auto cell = copy->inputs.begin(); cell != copy->inputs.end();)
            for (std::size_t f = 0; f < width; ++f, ++cell)
                *cell = copy->features.scaled(f, std::isnan(*cell) ? copy->features.mean[f] : features.raw(f, *cell));
        return copy;
    }
    std::size_t residentBytes() const override
    {
        return (inputs.size() + targets.size()) * sizeof(float) + labels.size() * sizeof(int64_t) + filled.size() * sizeof(std::size_t);
    }
};

/// Reads one CSV file as its attributes ask.
class Reader {
public:
    Reader(const OpenCall& call, const CsvTable& table) : m_call(call), m_table(table), m_missing(call.attrs.string("missing")) {}

    Opened read()
    {
        auto data = std::make_unique<CsvDataset>();
        std::vector<std::size_t> targets;
        for (const std::string& name : m_call.attrs.strings("target")) targets.push_back(DS_TRY(columnOf(name, "target")));
        if (targets.empty())
            return Error{phrase("Data", "a value is needed"), "target", phrase("Data", "Name the column that is to be predicted.")};
        const bool classification = m_call.attrs.string("task") == "classification";
        if (classification && targets.size() > 1)
            return Error{phrase("Data", "classification has one target column, got %1").with({std::to_string(targets.size())}), "target",
                         ""};

        const std::optional<Features> learnt = Features::fromFitted(m_call.fitted, m_call.attrs.boolean("standardize"));
        const std::vector<std::size_t> columns = DS_TRY(featureColumns(learnt, targets));
        chooseRows(columns, targets);
        if (m_rows.empty()) return Error{phrase("Data", "every row has missing cells"), m_table.path(), ""};

        std::vector<double> values = DS_TRY(numbers(columns, m_missing == "mean"));
        data->features = learnt ? *learnt : learn(values, columns);
        data->learnt = !learnt;
        data->inputs.reserve(values.size());
        for (std::size_t first = 0; first < values.size(); first += columns.size())
            for (std::size_t f = 0; f < columns.size(); ++f) {
                const double value = values[first + f];
                if (std::isnan(value)) data->filled.push_back(first + f);
                data->inputs.push_back(data->features.scaled(f, std::isnan(value) ? data->features.mean[f] : value));
            }
        data->rows = static_cast<int64_t>(m_rows.size());
        data->fieldList.push_back({"features", {DType::F32, {static_cast<int64_t>(columns.size())}}, {}, false});
        if (classification) {
            DS_TRY(readLabels(*data, targets.front()));
        } else {
            for (double value : DS_TRY(numbers(targets, false))) data->targets.push_back(static_cast<float>(value));
            data->fieldList.push_back({"target", {DType::F32, {static_cast<int64_t>(targets.size())}}, {}, true});
        }
        return std::unique_ptr<Dataset>(std::move(data));
    }

private:
    Result<std::size_t> columnOf(const std::string& name, const std::string& attribute) const
    {
        const auto& names = m_table.names();
        const auto at = std::find(names.begin(), names.end(), name);
        if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
        const std::string near = nearest(name, {names.begin(), names.end()});
        return Error{phrase("Data", "%1 has no column \"%2\"").with({m_table.path(), name}), attribute, didYouMean(near)};
    }

    /// More numbers than anything else: one mistyped cell must not hide a whole column.
    bool mostlyNumbers(std::size_t column) const
    {
        int64_t numbers = 0, others = 0;
        for (int64_t row = 0; row < m_table.rows(); ++row) {
            double value = 0;
            if (isMissing(m_table.cell(row, column))) continue;
            ++(parseNumber(m_table.cell(row, column), value) ? numbers : others);
        }
        return numbers > others;
    }

    Result<std::vector<std::size_t>> featureColumns(const std::optional<Features>& learnt, const std::vector<std::size_t>& targets) const
    {
        std::vector<std::size_t> columns;
        for (const std::string& name : learnt ? learnt->names : m_call.attrs.strings("features"))
            columns.push_back(DS_TRY(columnOf(name, "features")));
        if (columns.empty())
            for (std::size_t i = 0; i < m_table.names().size(); ++i)
                if (std::find(targets.begin(), targets.end(), i) == targets.end() && mostlyNumbers(i)) columns.push_back(i);
        if (columns.empty())
            return Error{phrase("Data", "has no column of numbers beside the target"), m_table.path(),
                         phrase("Data", "Is the separator right?")};
        return columns;
    }

    /// Leaves out rows with missing cells if they are to be dropped. A missing target is an error otherwise.
    void chooseRows(const std::vector<std::size_t>& columns, const std::vector<std::size_t>& targets)
    {
        const auto complete = [&](int64_t row, const std::vector<std::size_t>& list) {
            return std::none_of(list.begin(), list.end(), [&](std::size_t column) { return isMissing(m_table.cell(row, column)); });
        };
        for (int64_t row = 0; row < m_table.rows(); ++row)
            if (m_missing != "drop" || (complete(row, columns) && complete(row, targets))) m_rows.push_back(row);
    }

    /// [rows, columns]; NaN for missing cells if they are allowed.
    Result<std::vector<double>> numbers(const std::vector<std::size_t>& columns, bool missingAllowed) const
    {
        std::vector<double> values;
        values.reserve(m_rows.size() * columns.size());
        for (int64_t row : m_rows)
            for (std::size_t column : columns) {
                const std::string_view cell = m_table.cell(row, column);
                double value = std::nan("");
                if (isMissing(cell)) {
                    if (!missingAllowed) return missingCell(row, column);
                } else if (!parseNumber(cell, value))
                    return Error{phrase("Data", "\"%1\" is not a number").with({std::string(cell.substr(0, 60))}),
                                 m_table.place(row, column), ""};
                values.push_back(value);
            }
        return values;
    }

    Error missingCell(int64_t row, std::size_t column) const
    {
        return {phrase("Data", "the cell is empty or says that its value is missing"), m_table.place(row, column),
                phrase("Data", "Set missing to \"drop\" to leave such rows out, or to \"mean\" to fill in features.")};
    }

    Features learn(const std::vector<double>& values, const std::vector<std::size_t>& columns) const
    {
        Features features;
        features.standardize = m_call.attrs.boolean("standardize");
        for (std::size_t f = 0; f < columns.size(); ++f) {
            const Moments moments = Moments::of([&](auto take) {
                for (std::size_t i = f; i < values.size(); i += columns.size()) take(values[i]);
            });
            features.names.push_back(m_table.names()[columns[f]]);
            features.mean.push_back(moments.mean);
            features.std.push_back(moments.std);
        }
        return features;
    }

    /// Sorted by number if all are numbers, else by text.
    Strings classNames(std::size_t column) const
    {
        std::set<std::string, std::less<>> unique;
        for (int64_t row : m_rows) unique.emplace(m_table.cell(row, column));
        Strings names(unique.begin(), unique.end());
        const auto number = [](const std::string& text) {
            double value = 0;
            return parseNumber(text, value) ? value : std::nan("");
        };
        if (std::none_of(names.begin(), names.end(), [&](const std::string& name) { return std::isnan(number(name)); }))
            std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) { return number(a) < number(b); });
        return names;
    }

    Status readLabels(CsvDataset& data, std::size_t column) const
    {
        for (int64_t row : m_rows)
            if (isMissing(m_table.cell(row, column))) return missingCell(row, column);
            else if (!isUtf8(m_table.cell(row, column)))
                return Error{phrase("Data", "the name of the class is not UTF-8"), m_table.place(row, column),
                             phrase("Data", "Convert the file to UTF-8.")};
        Strings classes = fittedStrings(m_call.fitted, "classes");
        if (classes.empty()) classes = classNames(column);
        std::map<std::string_view, int64_t> indices;
        for (std::size_t i = 0; i < classes.size(); ++i) indices.emplace(classes[i], static_cast<int64_t>(i));
        for (int64_t row : m_rows) {
            const auto at = indices.find(m_table.cell(row, column));
            if (at == indices.end())
                return Error{
                    phrase("Data", "the training data have no class \"%1\"").with({std::string(m_table.cell(row, column).substr(0, 60))}),
                    m_table.place(row, column), ""};
            data.labels.push_back(at->second);
        }
        data.fieldList.push_back({"label", {DType::I64, {}}, std::move(classes), true});
        return {};
    }

    const OpenCall& m_call;
    const CsvTable& m_table;
    const std::string& m_missing;
    std::vector<int64_t> m_rows;
};

Result<char> separatorOf(const Attrs& attrs)
{
    const std::string& text = attrs.string("separator");
    if (text == "tab") return '\t';
    if (text.size() == 1 && text != "\"" && text != "\n" && text != "\r") return text[0];
    return Error{phrase("Data", "expects one character or \"tab\", got %1").with({attrText(text)}), "separator", ""};
}

Opened open(const OpenCall& call)
{
    const std::string path = resolvePath(call.folder, call.attrs.string("file"));
    const char separator = DS_TRY(separatorOf(call.attrs));
    const CsvTable table = DS_TRY(CsvTable::open(path, separator, call.attrs.boolean("header")));
    return Reader(call, table).read();
}

Encoded encode(const EncodeCall& call)
{
    const std::optional<Features> features = Features::fromFitted(call.fitted, call.attrs.boolean("standardize"));
    if (!features)
        return Error{phrase("Data", "what was learnt from the training data holds no valid features"), "",
                     phrase("Data", "Train the model again.")};
    const char separator = DS_TRY(separatorOf(call.attrs));
    const std::vector<std::string> cells = DS_TRY(CsvTable::parseRow(call.input, separator));
    if (cells.size() != features->names.size()) {
        std::string list;
        for (const std::string& name : features->names) list += (list.empty() ? "" : ", ") + name;
        return Error{
            phrase("Data", "expects %1 cells, got %2").with({std::to_string(features->names.size()), std::to_string(cells.size())}),
            "the row", phrase("Data", "The features are %1.").with({list})};
    }
    Tensor tensor(TensorType{DType::F32, {static_cast<int64_t>(cells.size())}});
    for (std::size_t i = 0; i < cells.size(); ++i) {
        double value = features->mean[i];
        const bool filled = isMissing(cells[i]) && call.attrs.string("missing") == "mean";
        if (!filled && !parseNumber(cells[i], value))
            return Error{phrase("Data", "\"%1\" is not a number").with({cells[i].substr(0, 60)}),
                         "the row, column \"" + features->names[i] + "\"", ""};
        tensor.span<float>()[i] = features->scaled(i, value);
    }
    return std::vector{tensor};
}

} // namespace

extern const SourceSpec source_csv = {
    .name = "csv",
    .doc = "A table in a text file, one sample a row.",
    .attributes =
        {{.name = "file", .type = AttrType::String, .required = true, .doc = "The CSV file."},
         {.name = "target", .type = AttrType::Strings, .required = true, .doc = "Column to predict; several for regression."},
         {.name = "features",
          .type = AttrType::Strings,
          .fallback = Strings{},
          .doc = "Columns to predict from; empty: all others that hold numbers."},
         {.name = "task",
          .type = AttrType::String,
          .fallback = std::string("classification"),
          .choices = {"classification", "regression"},
          .doc = "Whether the target is a class or a number."},
         {.name = "separator", .type = AttrType::String, .fallback = std::string(","), .doc = "The character between cells, or \"tab\"."},
         {.name = "header",
          .type = AttrType::Bool,
          .fallback = true,
          .doc = "Whether the first line names the columns; else they are \"column 1\", \"column 2\", ..."},
         {.name = "standardize",
          .type = AttrType::Bool,
          .fallback = true,
          .doc = "Subtract the mean of the training data from each feature and divide by the standard deviation."},
         {.name = "missing",
          .type = AttrType::String,
          .fallback = std::string("error"),
          .choices = {"error", "mean", "drop"},
          .doc = "What to do about missing cells: refuse, fill in the mean of the feature, or leave the row out."}},
    .open = open,
    .encode = encode,
};

} // namespace ds
