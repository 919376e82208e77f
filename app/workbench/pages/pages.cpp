// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/shell/page.h"

namespace ds::ui {

#define DS_PAGE(name) extern const PageSpec page_##name;
#include "pages.inc"
#undef DS_PAGE

const std::vector<const PageSpec*>& allPages()
{
    static const std::vector<const PageSpec*> list = {
#define DS_PAGE(name) &page_##name,
#include "pages.inc"
#undef DS_PAGE
    };
    return list;
}

} // namespace ds::ui
