// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace ds {
struct EventRecord;
}

namespace ds::ui {

/// How the scalars of a run are shown: which plot, in which place, under which name.
struct ScalarPlace {
    QString title;      ///< of the plot: "Loss", "Accuracy", "Learning rate"
    QString label;      ///< of the line within it: "train", "validation"
    int order = 0;      ///< of the plot
    int color = 0;      ///< of the line, if a run is shown alone
    bool shown = true;  ///< some are kept but say nothing of their own
    bool smooth = true; ///< whether smoothing makes sense
};
ScalarPlace placeOf(const std::string& scalar);

/// "val_loss" → "Validation loss", "optimizer.learning_rate" → "learning rate".
QString figureTitle(const std::string& figure);

/// Whether an event is what other views show in places of their own: a matrix, samples, what the Inspector has seen. It says nothing as
/// a line of a log.
bool isForViews(const EventRecord& event);
/// What an event of a run says, in the language of the program.
QString eventText(const EventRecord& event);

} // namespace ds::ui
