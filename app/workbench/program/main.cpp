// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/program/program.h"

int main(int argc, char** argv) { return ds::ui::runWorkbench(argc, argv); }
