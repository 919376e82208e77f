// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/store/run_store.h"

namespace ds::tensorboard {

/// Writes the scalars and event texts of a run as FOLDER/RUN/events.out.tfevents.*, which TensorBoard reads. Other files stay.
/// Format: TFRecord frames (length, masked CRC-32C, data, masked CRC-32C) around Event messages of tensorflow/core/util/event.proto.
Status exportRun(RunStore& store, const std::string& run, const std::string& folder);

/// CRC-32C (Castagnoli), as TFRecord masks it.
uint32_t maskedCrc(std::string_view bytes);

} // namespace ds::tensorboard
