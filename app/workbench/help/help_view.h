// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QListView;
class QTextBrowser;
class QToolButton;

namespace ds::ui {

class HelpList;

/// All pages of help: a list with search at the left, the page at the right. Links lead to other pages; Alt+Left goes back, Alt+Right
/// forward, Ctrl+F or / to the search.
class HelpView : public QWidget {
    Q_OBJECT

public:
    explicit HelpView(QWidget* parent = nullptr);

    /// "layers", "Conv2d". Without a name: what the registry holds; without both: the first page.
    void showEntry(const QString& registry, const QString& name);
    void focusSearch();
    QString registry() const;
    QString name() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void go(const QString& address);
    void present(const QString& address);
    void step(int by);

    QLineEdit* m_search;
    QListView* m_list;
    HelpList* m_model;
    QTextBrowser* m_text;
    QToolButton *m_back, *m_forward;
    QStringList m_history;
    qsizetype m_at = -1;
    bool m_following = false; ///< the list follows the page, not the page the list
};

} // namespace ds::ui
