// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ds::ui {

/// On or off, as a sliding knob.
class Switch : public QAbstractButton {
    Q_OBJECT

public:
    explicit Switch(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {34, 28}; }
    /// Neither on nor off: several values at once.
    void setMixed(bool mixed);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_mixed = false;
};

} // namespace ds::ui
