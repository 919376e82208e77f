// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <string>
#include <vector>

#include "app/workbench/pages/design/editing.h"
#include "core/tensor/shape.h"

namespace ds::ui {

struct CheckResult;

/// Whether a wire fits before it is drawn.
class FitCheck {
public:
    FitCheck(const Document& document, const editing::ModelPath& path, const CheckResult* check);

    /// Why not; empty: it fits. `replaced` is taken away first, if given. The edit is tried on a copy of the document; for large
    /// models only the ports are looked at.
    QString reason(const Wire& wire, const Wire* replaced = nullptr) const;
    /// Whether a new layer of this type takes what comes out of an output (or gives what an input wants, as far as can be told).
    bool typeFits(const std::string& type, const Endpoint& end, bool fromOutput) const;

private:
    QString portReason(const Wire& wire) const;
    const TensorType* typeOf(const Endpoint& end) const;

    const Document& m_document;
    const editing::ModelPath& m_path;
    const CheckResult* m_check;
    std::vector<std::string> m_fieldNames;
    std::map<std::string, TensorType> m_fields; ///< with the batch dimension
};

} // namespace ds::ui
