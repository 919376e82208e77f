// SPDX-License-Identifier: Apache-2.0
// What worker and clients agree on. A frame is a length of four bytes, big-endian, and so many bytes of CBOR: one object.
//
//   client  {"hello": "deepseek-link", "version": 2}
//   worker  {"hello": "deepseek-link", "version": 2, "run": ID, "session": TEXT}     or {"error": {...}} and the end
//   client  {"tag": N, "ask": KIND, ...}
//   worker  {"tag": N, "ok": {...}}  or  {"tag": N, "error": {"text", "where", "hint"}}
//
// Text and hint of an error are a string, or [CONTEXT, PATTERN, VALUE...] of a phrase that can be said in other languages.
//
// Kinds: poll {since}, pause, resume, step {updates}, stop, checkpoint, evaluate, learning_rate {rate or null},
// predict {input, top}, tensor {name}, snapshot {before}: leaves a snapshot from which that step can be made again. Of predict and tensor a
// newer one replaces an older one that still waits.
#pragma once

#include <QtGlobal>

namespace ds::link {

constexpr int version = 2;
constexpr char greeting[] = "deepseek-link";

// Bytes of a frame. Before the greeting hardly anything may come.
constexpr qsizetype mostGreeting = 4 << 10;
constexpr qsizetype mostRequest = 4 << 20;
constexpr qsizetype mostAnswer = 8 << 20;

/// Elements of a tensor that is sent.
constexpr qint64 mostElements = 1 << 20;

} // namespace ds::link
