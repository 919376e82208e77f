// SPDX-License-Identifier: Apache-2.0
#include "core/ops/update.h"

namespace ds::ops {

namespace {

Status expect(const InferCall& call, const UpdatePorts& ports, int i, const TensorType& type, const char* reason)
{
    if (call.in(i) == type) return {};
    return Error{phrase("Ops", "\"%1\" must be %2%3, got %4")
                     .with({std::string(ports.names[static_cast<std::size_t>(i)]), type.text(), reason, call.in(i).text()}),
                 "", ""};
}

} // namespace

Port gradScalePort() { return {"grad_scale", "factor of the gradient, f32[]", PortKind::Optional}; }

Inferred inferUpdate(const InferCall& call, const UpdatePorts& ports)
{
    DS_TRY(inferSameFloat(call));
    DS_TRY(expect(call, ports, 1, call.in(0), " like the parameter"));
    DS_TRY(expect(call, ports, ports.lr, {DType::F32, {}}, ""));
    if (ports.step >= 0) DS_TRY(expect(call, ports, ports.step, {DType::I64, {}}, ""));
    if (const int scale = static_cast<int>(ports.names.size()) - 1; call.has(scale))
        DS_TRY(expect(call, ports, scale, {DType::F32, {}}, ""));
    std::vector<TensorType> types{call.in(0)};
    for (int state : ports.states) {
        if (!call.has(state)) continue;
        DS_TRY(expect(call, ports, state, call.in(0), " like the parameter"));
        types.push_back(call.in(0));
    }
    return types;
}

} // namespace ds::ops
