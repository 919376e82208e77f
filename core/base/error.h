// SPDX-License-Identifier: Apache-2.0
// What a user can cause is reported as a value: Result<T> holds a T or an Error.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/phrase.h"

namespace ds {

/// One problem that a user can mend.
/// `where` names the layer, file or field; `hint` says what to do. Both may be empty.
struct Error {
    Phrase text;
    std::string where;
    Phrase hint;

    /// One paragraph in English: `where: text. hint`.
    std::string message() const;
    /// The same error seen from further out: `outer` goes before the present `where`.
    Error in(const std::string& outer) const;
};

using Errors = std::vector<Error>;

/// All messages, one a line.
std::string messages(const Errors& errors);

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_value(std::move(value)) {}
    Result(Error error) : m_value(std::move(error)) {}

    bool ok() const { return m_value.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& value() &
    {
        assert(ok());
        return std::get<0>(m_value);
    }
    const T& value() const&
    {
        assert(ok());
        return std::get<0>(m_value);
    }
    T&& value() &&
    {
        assert(ok());
        return std::get<0>(std::move(m_value));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const
    {
        assert(!ok());
        return std::get<1>(m_value);
    }

private:
    std::variant<T, Error> m_value;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    void value() const { assert(ok()); }
    const Error& error() const
    {
        assert(!ok());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

/// Ends a run (a kernel fault, a full disk); caught once, at the edge of TrainSession.
class RunError {
public:
    explicit RunError(Error error) : m_error(std::move(error)) {}
    const Error& error() const { return m_error; }

private:
    Error m_error;
};

} // namespace ds

/// The value of a Result, or return its error from the function at hand.
#define DS_TRY(expression)                                                                                                                 \
    ({                                                                                                                                     \
        auto dsResult = (expression);                                                                                                      \
        if (!dsResult.ok()) return dsResult.error();                                                                                       \
        std::move(dsResult).value();                                                                                                       \
    })
