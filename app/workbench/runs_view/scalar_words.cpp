// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs_view/scalar_words.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/workbench/words/words.h"
#include "core/base/json.h"
#include "core/store/records.h"

namespace ds::ui {

namespace {

struct Scalars {
    Q_DECLARE_TR_FUNCTIONS(Scalars)
};

QString known(const std::string& name)
{
    if (name == "loss") return Scalars::tr("Loss");
    if (name == "accuracy") return Scalars::tr("Accuracy");
    if (name == "learning_rate") return Scalars::tr("Learning rate");
    if (name == "grad_norm") return Scalars::tr("Gradient norm");
    if (name == "samples_per_second") return Scalars::tr("Samples per second");
    if (name == "train_loss") return Scalars::tr("Training loss");
    if (name == "val_loss") return Scalars::tr("Validation loss");
    if (name == "test_loss") return Scalars::tr("Test loss");
    if (name == "f1") return Scalars::tr("F1 score");
    if (name == "auc") return Scalars::tr("Area under the curve");
    if (name == "top_3") return Scalars::tr("Top 3 accuracy");
    if (name == "top_5") return Scalars::tr("Top 5 accuracy");
    if (name == "confusion") return Scalars::tr("Right in the confusion matrix");
    if (name == "mae") return Scalars::tr("Mean absolute error");
    if (name == "rmse") return Scalars::tr("Root mean square error");
    if (name == "r2") return Scalars::tr("R² score");
    return {};
}

} // namespace

QString figureTitle(const std::string& figure)
{
    const std::string name = figure.substr(figure.rfind('.') + 1);
    const QString title = known(name);
    return title.isEmpty() ? words::label(name) : title;
}

bool isForViews(const EventRecord& event)
{
    return event.kind.starts_with("metric/") || event.kind == "samples" || event.kind.starts_with("inspector/");
}

QString eventText(const EventRecord& event)
{
    if (event.kind == "checkpoint/best") return Scalars::tr("Best checkpoint so far");
    if (event.kind.starts_with("checkpoint")) return Scalars::tr("Checkpoint");
    const Phrase said = phraseFromJson(Json::parse(event.data, nullptr, false));
    return words::said(!said.empty() ? said : event.text.empty() ? event.kind : event.text);
}

ScalarPlace placeOf(const std::string& scalar)
{
    const std::size_t slash = scalar.find('/');
    const std::string part = slash == std::string::npos ? "" : scalar.substr(0, slash);
    const std::string name = slash == std::string::npos ? scalar : scalar.substr(slash + 1);
    ScalarPlace place{figureTitle(name), {}, 40};
    if (part == "train") place.label = Scalars::tr("train");
    else if (part == "validation") place.label = Scalars::tr("validation"), place.color = 1, place.smooth = false;
    else place.label = QString::fromStdString(part);
    if (name == "loss") place.order = 0;
    else if (name == "learning_rate") place.order = 20, place.smooth = false, place.label.clear(), place.color = 2;
    else if (name == "grad_norm") place.order = 21, place.label.clear(), place.color = 3;
    else if (name == "samples_per_second") place.order = 22, place.label.clear(), place.color = 4;
    else if (part == "validation") place.order = 10, place.label.clear();
    // The mean of an epoch says what the smoothed curve says already; the matrix's figure is the accuracy.
    if (name == "epoch_loss" || name == "confusion") place.shown = false;
    return place;
}

} // namespace ds::ui
