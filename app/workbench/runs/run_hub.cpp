// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/run_hub.h"

namespace ds::ui {

void RunHub::setCurrent(LiveRun* run)
{
    if (run == m_current) return;
    m_current = run;
    emit currentChanged();
}

} // namespace ds::ui
