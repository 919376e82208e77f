// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/dnnl_kernel.h"
#include "core/backends/cpu/half.h"

namespace ds::cpu {

void install_reorder(KernelTable& table)
{
    table["reorder"] = {[](const KernelRequest& request) -> std::unique_ptr<Kernel> {
                            const auto from = descOf(request.inputs[0]), to = descOf(request.outputs[0]);
                            const dnnl::reorder::primitive_desc pd(engine(), from, engine(), to, userScratchpad());
                            auto kernel = std::make_unique<DnnlKernel>(dnnl::reorder(pd), pd.impl_info_str());
                            kernel->argument(DNNL_ARG_FROM, {Source::Input, 0}, from, from);
                            kernel->argument(DNNL_ARG_TO, {Source::Output, 0}, to, to);
                            kernel->scratch(DNNL_ARG_SCRATCHPAD, pd.scratchpad_desc());
                            return kernel;
                        },
                        // Layouts that oneDNN does not know are those of packed weights, which are made once: plain loops will do.
                        [](const KernelRequest& request) {
                            return isComputed(request.in(0).dtype) && request.in(0).count() > 0 && isKnown(request.inputs[0].layout) &&
                                   isKnown(request.outputs[0].layout);
                        },
                        [](const KernelRequest& request) -> LayoutWish {
                            return {{Layout(request.attrs.string("from"))}, {Layout(request.attrs.string("to"))}};
                        }};
}

} // namespace ds::cpu
