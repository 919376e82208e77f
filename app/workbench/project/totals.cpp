// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/project/totals.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/workbench/project/checker.h"
#include "app/workbench/words/words.h"
#include "core/train/forecast.h"

namespace ds::ui {

namespace {

struct Totals {
    Q_DECLARE_TR_FUNCTIONS(Totals)
};

} // namespace

QString totalsText(const CheckResult& check, const StepForecast* forecast)
{
    const auto total = check.costs.find("");
    if (total == check.costs.end()) return {};
    QStringList parts{Totals::tr("%1 parameters").arg(words::number(total->second.parameters))};
    const auto step = forecast ? forecast->costs.find("") : decltype(forecast->costs.find("")){};
    if (!forecast || step == forecast->costs.end()) { // backward costs about twice forward
        parts << Totals::tr("%1FLOP a step").arg(words::amount(3 * total->second.flops));
        return parts.join(QStringLiteral(" · "));
    }
    parts << Totals::tr("%1FLOP a step").arg(words::amount(step->second.flops))
          << Totals::tr("peak memory %1").arg(words::bytes(static_cast<double>(forecast->peakBytes())))
          << Totals::tr("about %1 a step").arg(words::time(step->second.seconds));
    return parts.join(QStringLiteral(" · "));
}

QString totalsHint(const CheckResult& check, const StepForecast* forecast)
{
    if (!forecast) return {};
    const AttrValue* batch = check.check.document.training.find("batch_size");
    QString text = batch ? Totals::tr("One training step of %1 samples.").arg(words::value(*batch)) + QLatin1Char('\n') : QString();
    return text + memoryHint(*forecast) + QLatin1Char('\n') + timeHint();
}

QString memoryHint(const StepForecast& forecast)
{
    return Totals::tr(
               "Memory as planned: %1 for parameters and optimiser, %2 for what a step works on. Data and the program itself come on top.")
        .arg(words::bytes(static_cast<double>(forecast.stateBytes)),
             words::bytes(static_cast<double>(forecast.arenaBytes + forecast.onceBytes)));
}

QString timeHint()
{
    return Totals::tr(
        "Time estimated from the arithmetic and the memory traffic of each operation, at the speed measured on this machine.");
}

} // namespace ds::ui
