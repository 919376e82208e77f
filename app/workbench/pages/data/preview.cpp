// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/preview.h"

#include <algorithm>
#include <cstring>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/data/chain_edits.h"
#include "app/workbench/pages/data/sample.h"
#include "app/workbench/pages/data/summary.h"
#include "app/workbench/words/words.h"
#include "core/data/transformed_dataset.h"
#include "core/tensor/tensor.h"

namespace ds::ui {

namespace {

constexpr int64_t mostShown = 64; // numbers or tokens of a cell

std::vector<Tensor> sampleIn(const Dataset& dataset, int64_t epoch, int64_t index)
{
    std::vector<Tensor> tensors;
    std::vector<void*> rows;
    for (const Field& field : dataset.fields()) rows.push_back(tensors.emplace_back(field.type).raw());
    dataset.readInEpoch(epoch, index, rows);
    return tensors;
}

bool same(const Tensor& a, const Tensor& b) { return a.type() == b.type() && std::memcmp(a.raw(), b.raw(), a.bytes()) == 0; }

std::vector<std::pair<QString, bool>> wordsOf(const Field& field, const Tensor& now, const Tensor* before)
{
    const bool comparable = before && before->type() == now.type();
    std::vector<std::pair<QString, bool>> words;
    const int64_t count = std::min(now.count(), mostShown);
    for (int64_t i = 0; i < count; ++i) {
        const double value = elementOf(field.type.dtype, now.raw(), i);
        const QString text = field.classes.empty() ? QString::number(value, 'g', 3) : className(field, static_cast<int64_t>(value));
        words.emplace_back(text == QLatin1String(" ") ? QStringLiteral("␣") : text,
                           comparable && elementOf(field.type.dtype, before->raw(), i) != value);
    }
    if (now.count() > count) words.emplace_back(QStringLiteral("…"), false);
    return words;
}

/// The field that transforms are shown by: the first picture among the inputs, else the first input.
std::size_t shownField(const std::vector<Field>& fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!fields[i].target && kindOf(fields[i]) == FieldKind::Image) return i;
    const auto at = std::find_if(fields.begin(), fields.end(), [](const Field& field) { return !field.target; });
    return at == fields.end() ? 0 : static_cast<std::size_t>(at - fields.begin());
}

/// Where a step that always does the same takes the ends of the range to, so that pictures stay readable behind a normalisation.
void followRange(const TransformStep& step, const Field& field, double& low, double& high)
{
    const TransformSpec* spec = findTransform(step.type);
    if (!spec || spec->random() || spec->kind == TransformKind::Rows || kindOf(field) != FieldKind::Image) return;
    Errors errors;
    const TransformChain chain = TransformChain::make({{step}, {field}, 0, false, nullptr, nullptr}, errors);
    double least = 0, most = 0;
    for (double* end : {&low, &high}) {
        Tensor flat(field.type);
        for (int64_t i = 0; i < flat.count(); ++i) flat.set(i, *end);
        const Result<Tensor> out = chain.apply(field.name, flat);
        if (!out) return;
        for (int64_t i = 0; i < out->count(); ++i) {
            const bool first = end == &low && i == 0;
            least = first ? out->at(i) : std::min(least, out->at(i));
            most = first ? out->at(i) : std::max(most, out->at(i));
        }
    }
    low = least;
    high = most;
}

} // namespace

TransformPreview makePreview(const PreviewRequest& request)
{
    TransformPreview preview;
    preview.sample = request.sample;
    preview.firstEpoch = request.firstEpoch;
    preview.training = request.training;
    const int rows = request.training ? request.epochs : 1;
    const Json fitted = request.trained ? request.trained->fitted() : Json();
    const std::size_t shown = shownField(request.plain->fields());
    double low = request.low, high = request.high;
    std::vector<Tensor> before; // a row each
    Field fieldBefore = request.plain->fields()[shown];
    std::vector<TransformStep> steps;
    try {
        const std::vector<Tensor> original = sampleIn(*request.plain, 0, request.sample);
        for (std::size_t i = 0; i < original.size() && preview.label.isEmpty(); ++i)
            if (const Field& field = request.plain->fields()[i]; kindOf(field) == FieldKind::Class)
                preview.label = className(field, static_cast<int64_t>(elementOf(field.type.dtype, original[i].raw(), 0)));
        before.assign(static_cast<std::size_t>(rows), original[shown]);
        const auto cellOf = [&](const Field& field, const Tensor& now, const Tensor* earlier) {
            PreviewCell cell;
            cell.unchanged = earlier && same(now, *earlier);
            if (kindOf(field) == FieldKind::Image) cell.image = imageOf(field, now.raw(), low, high);
            else cell.words = wordsOf(field, now, earlier);
            return cell;
        };
        preview.columns.push_back(
            {QString(), QString::fromStdString(fieldBefore.type.text()), {cellOf(fieldBefore, original[shown], nullptr)}});
        for (std::size_t i = 0; i < request.steps.size(); ++i) {
            // What a transform draws does not depend on those behind it, so the chain up to it shows what it gives.
            steps.push_back(request.steps[i]);
            const Transformed made = transformed(request.plain, steps, request.seed, request.training, &fitted);
            PreviewColumn column{chainEdits::title(request.steps[i].type), {}, {}};
            const std::string place = std::to_string(i + 1);
            for (const Error& error : made.errors)
                if (error.where == place || error.where.starts_with(place + ",")) {
                    column.cells.push_back({{}, {}, false, words::said(Error{error.text, "", error.hint})});
                    break;
                }
            const Field field = made.dataset->fields()[shown];
            column.shape = QString::fromStdString(field.type.text());
            followRange(request.steps[i], fieldBefore, low, high);
            if (column.cells.empty())
                for (int row = 0; row < rows; ++row) {
                    const Tensor now = sampleIn(*made.dataset, request.firstEpoch + row, request.sample)[shown];
                    column.cells.push_back(cellOf(field, now, &before[static_cast<std::size_t>(row)]));
                    before[static_cast<std::size_t>(row)] = now;
                }
            fieldBefore = field;
            preview.columns.push_back(std::move(column));
        }
    } catch (const RunError& problem) {
        preview.problem = words::said(problem.error());
    }
    return preview;
}

} // namespace ds::ui
