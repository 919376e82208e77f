// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QVBoxLayout;

namespace ds::ui {

/// Messages that stand above the page instead of a box over it. A newer message of the same id replaces the older.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };
    using Answer = std::pair<QString, std::function<void()>>; ///< the word on the button, what it does

    explicit MessageBar(QWidget* parent = nullptr);
    void post(const QString& id, Kind kind, const QString& text, const std::vector<Answer>& answers = {});
    void clear(const QString& id);
    bool has(const QString& id) const;

private:
    QVBoxLayout* m_layout;
};

} // namespace ds::ui
