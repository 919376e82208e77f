// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>
#include <array>
#include <utility>

namespace ds::ui {

namespace {

struct Tokens {
    std::array<const char*, 13> colors; // in the order of Role
};

constexpr Tokens darkTokens{{"#1B1E23", "#22262C", "#2B3038", "#15171B", "#363C46", "#E6E9EE", "#A8B0BC", "#717B89", "#5B97FF", "#FFFFFF",
                             "#46B985", "#E3A33A", "#F0635A"}};
constexpr Tokens lightTokens{{"#F2F4F7", "#FFFFFF", "#FFFFFF", "#F8F9FB", "#DCE0E7", "#1C2127", "#566170", "#8791A0", "#2368E8", "#FFFFFF",
                              "#1B8A57", "#A86200", "#C9352B"}};

constexpr std::pair<const char*, const char*> categories[] = {
    {"data", "#5B8DEF"},       {"convolution", "#8F74EE"},    {"dense", "#3FA7A9"},     {"normalisation", "#C9953A"},
    {"activation", "#D26BA3"}, {"recurrent", "#5BAA6C"},      {"attention", "#E0824F"}, {"pooling", "#6F8BB0"},
    {"shape", "#8A919D"},      {"regularisation", "#A57FC4"}, {"loss", "#E0615B"},
};

constexpr const char* okabeIto[] = {"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#8C8C8C"};

/// The style sheet names colours as @panel; the longest names first, so that @text2 is not taken for @text.
constexpr std::pair<const char*, Role> styleNames[] = {
    {"@on-accent", Role::OnAccent},
    {"@warning", Role::Warning},
    {"@window", Role::Window},
    {"@raised", Role::Raised},
    {"@canvas", Role::Canvas},
    {"@accent", Role::Accent},
    {"@panel", Role::Panel},
    {"@text2", Role::Text2},
    {"@text3", Role::Text3},
    {"@line", Role::Line},
    {"@text", Role::Text},
    {"@good", Role::Good},
    {"@bad", Role::Bad},
};

int pixels(Theme::Text text)
{
    switch (text) {
    case Theme::Text::Body: return 13;
    case Theme::Text::Secondary: return 11;
    case Theme::Text::Heading: return 14;
    case Theme::Text::Title: return 16;
    }
    return 13;
}

} // namespace

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int x, int y) { return qRound(x + (y - x) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()), mix(a.alpha(), b.alpha())};
}

QColor chosenColor() { return mixed(color(Role::Panel), color(Role::Accent), 0.22); }

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme() = default;

void Theme::attach(QApplication& application)
{
    m_application = &application;
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    refresh();
}

void Theme::choose(Choice choice)
{
    m_choice = choice;
    refresh();
}

bool Theme::systemDark() const
{
    // Qt 6.4 has no question for it; the palette that the platform came with tells.
    static const bool dark = QPalette().color(QPalette::Window).lightness() < 128;
    return dark;
}

void Theme::refresh()
{
    const bool system = systemDark(); // before the palette is ours
    m_dark = m_choice == Choice::System ? system : m_choice == Choice::Dark;
    if (m_application) {
        QPalette palette;
        palette.setColor(QPalette::Window, color(Role::Window));
        palette.setColor(QPalette::WindowText, color(Role::Text));
        palette.setColor(QPalette::Base, color(m_dark ? Role::Canvas : Role::Panel));
        palette.setColor(QPalette::AlternateBase, mixed(color(Role::Panel), color(Role::Line), 0.25));
        palette.setColor(QPalette::Text, color(Role::Text));
        palette.setColor(QPalette::PlaceholderText, color(Role::Text3));
        palette.setColor(QPalette::Button, color(Role::Raised));
        palette.setColor(QPalette::ButtonText, color(Role::Text));
        palette.setColor(QPalette::ToolTipBase, color(Role::Raised));
        palette.setColor(QPalette::ToolTipText, color(Role::Text));
        palette.setColor(QPalette::Highlight, color(Role::Accent));
        palette.setColor(QPalette::HighlightedText, color(Role::OnAccent));
        palette.setColor(QPalette::Link, color(Role::Accent));
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(QPalette::Disabled, role, color(Role::Text3));
        m_application->setPalette(palette);
        m_application->setFont(font());
        QFile file(QStringLiteral(":/theme/style.qss"));
        QString sheet = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        sheet.replace(QLatin1String("@chosen"), chosenColor().name());
        for (const auto& [name, role] : styleNames) sheet.replace(QLatin1String(name), color(role).name());
        m_application->setStyleSheet(sheet);
    }
    emit changed();
}

QColor Theme::color(Role role) const
{
    return QColor(QLatin1String((m_dark ? darkTokens : lightTokens).colors[static_cast<std::size_t>(role)]));
}

QColor Theme::category(QStringView name) const
{
    for (const auto& [key, value] : categories)
        if (name == QLatin1String(key)) return QColor(QLatin1String(value));
    return QColor(0x8A, 0x91, 0x9D);
}

QColor Theme::series(int index) const { return QColor(QLatin1String(okabeIto[static_cast<unsigned>(index) % std::size(okabeIto)])); }

QColor Theme::heat(double value)
{
    static const QColor low(0x3B, 0x6F, 0xC4), middle(0xEA, 0xDD, 0xC2), high(0xC9, 0x35, 0x2B);
    const double v = std::clamp(value, 0.0, 1.0);
    return v < 0.5 ? mixed(low, middle, 2 * v) : mixed(middle, high, 2 * v - 1);
}

QFont Theme::font(Text text) const
{
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Sans Serif")});
    font.setPixelSize(pixels(text));
    if (text == Text::Heading || text == Text::Title) font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::mono(Text text) const
{
    QFont font(QStringList{QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Monospace")});
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(pixels(text));
    return font;
}

} // namespace ds::ui
