// SPDX-License-Identifier: Apache-2.0
#include <cctype>
#include <charconv>
#include <map>
#include <optional>

#include "core/graph/builder.h"
#include "core/graph/op_set.h"
#include "core/graph/text.h"
#include "core/graph/verify.h"

namespace ds {

namespace {

/// One line of text with a cursor.
class Line {
public:
    explicit Line(std::string_view text) : m_text(text) {}

    void skipSpace()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at]))) ++m_at;
    }
    bool atEnd() { return skipSpace(), m_at == m_text.size(); }
    bool take(std::string_view token)
    {
        skipSpace();
        if (!m_text.substr(m_at).starts_with(token)) return false;
        m_at += token.size();
        return true;
    }
    /// Letters, digits and whatever names may hold.
    std::string word()
    {
        skipSpace();
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && (std::isalnum(static_cast<unsigned char>(m_text[m_at])) ||
                                        std::string_view("_./-+").find(m_text[m_at]) != std::string_view::npos))
            ++m_at;
        return std::string(m_text.substr(begin, m_at - begin));
    }
    std::string rest() { return skipSpace(), std::string(m_text.substr(m_at)); }
    std::optional<std::string> quoted()
    {
        if (!take("\"")) return std::nullopt;
        std::string out;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                ++m_at;
                out += m_text[m_at] == 'n' ? '\n' : m_text[m_at];
                ++m_at;
            } else {
                out += m_text[m_at++];
            }
        }
        if (!take("\"")) return std::nullopt;
        return out;
    }
    char peek() { return skipSpace(), m_at < m_text.size() ? m_text[m_at] : '\0'; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

class Parser {
public:
    Parser(std::string_view text, const OpSet& ops) : m_text(text), m_graph(ops) {}

    Result<Graph> run()
    {
        bool open = false, closed = false;
        int number = 0;
        while (!m_text.empty()) {
            const std::size_t end = std::min(m_text.find('\n'), m_text.size());
            Line line(m_text.substr(0, end));
            m_text.remove_prefix(std::min(end + 1, m_text.size()));
            ++number;
            if (line.atEnd()) continue;
            Status status;
            if (!open) {
                status = header(line);
                open = true;
            } else if (line.take("}")) {
                closed = true;
                break;
            } else {
                status = statement(line);
            }
            if (!status) return Error{status.error().message(), "line " + std::to_string(number), ""};
        }
        if (!closed) return Error{phrase("Graph", "the graph does not end with }"), "line " + std::to_string(number), ""};
        const Errors errors = verify(m_graph);
        if (!errors.empty()) return errors.front();
        return std::move(m_graph);
    }

private:
    static Error expected(const std::string& what, Line& line) { return {"expects " + what + " before \"" + line.rest() + "\"", "", ""}; }

    Status header(Line& line)
    {
        if (!line.take("graph")) return expected("graph", line);
        std::optional<std::string> name = line.quoted();
        if (!name) return expected("the name in quotes", line);
        m_graph.name = *name;
        if (!line.take("{")) return expected("{", line);
        return {};
    }

    Status statement(Line& line)
    {
        if (line.take("feed ")) return input(line, InputKind::Feed);
        if (line.take("parameter ")) return input(line, InputKind::Parameter);
        if (line.take("state ")) return input(line, InputKind::State);
        if (line.take("output ")) {
            std::string name = line.word();
            if (!line.take("=")) return expected("=", line);
            const ValueId id = DS_TRY(reference(line));
            m_graph.outputs.push_back({std::move(name), id});
            return {};
        }
        if (line.take("update ")) {
            const ValueId state = DS_TRY(reference(line));
            if (!line.take("=")) return expected("=", line);
            m_graph.updates.push_back({state, DS_TRY(reference(line))});
            return {};
        }
        return node(line);
    }

    struct Typed {
        std::string name;
        TensorType type;
        Layout layout;
    };

    Result<Typed> typed(Line& line)
    {
        Typed result;
        if (!line.take("%")) return expected("%", line);
        result.name = line.word();
        if (result.name.empty() || !line.take(":")) return expected("a name and its type", line);
        const std::optional<DType> dtype = dtypeFromName(line.word());
        if (!dtype || !line.take("[")) return expected("a type such as f32[2, 3]", line);
        result.type.dtype = *dtype;
        while (!line.take("]")) {
            const Result<AttrValue> size = number(line);
            if (!size || !std::holds_alternative<int64_t>(*size) || std::get<int64_t>(*size) < 0 ||
                result.type.shape.rank() == Shape::maxRank)
                return expected("up to 8 sizes", line);
            result.type.shape.push_back(std::get<int64_t>(*size));
            line.take(",");
        }
        if (line.take(":")) result.layout = Layout(line.word());
        return result;
    }

    Result<ValueId> reference(Line& line)
    {
        if (!line.take("%")) return expected("%", line);
        const std::string name = line.word();
        const auto at = m_byName.find(name);
        if (at == m_byName.end()) return Error{phrase("Graph", "%%1 is not defined above").with({name}), "", ""};
        return at->second;
    }

    Status define(const Typed& typed, ValueId id)
    {
        if (!m_byName.emplace(typed.name, id).second) return Error{phrase("Graph", "%%1 is defined twice").with({typed.name}), "", ""};
        m_graph.value(id).layout = typed.layout;
        return {};
    }

    Status input(Line& line, InputKind kind)
    {
        const Typed value = DS_TRY(typed(line));
        std::string initializer;
        Attrs attrs;
        if (line.take("=")) {
            initializer = line.word();
            attrs = DS_TRY(attributes(line));
        }
        return define(value, m_graph.addInput(kind, value.name, value.type, initializer, attrs));
    }

    Status node(Line& line)
    {
        std::vector<Typed> outputs;
        do outputs.push_back(DS_TRY(typed(line)));
        while (line.take(","));
        if (!line.take("=")) return expected("=", line);
        const std::string name = line.word();
        const OpSpec* op = m_graph.ops().find(name);
        if (!op) return Error{phrase("Graph", "there is no op \"%1\"").with({name}), "", ""};
        if (!line.take("(")) return expected("(", line);
        std::vector<ValueId> inputs;
        while (!line.take(")")) {
            inputs.push_back(line.take("_") ? noId : DS_TRY(reference(line)));
            if (line.peek() != ')' && !line.take(",")) return expected(", or )", line);
        }
        Attrs attrs = DS_TRY(attributes(line));
        const bool again = line.take("again");
        std::string origin;
        if (line.take("@")) origin = line.rest();
        std::vector<const TensorType*> inputTypes;
        for (ValueId id : inputs) inputTypes.push_back(id == noId ? nullptr : &m_graph.type(id));
        const std::vector<TensorType> inferred = DS_TRY(inferTypes(*op, inputTypes, attrs));
        if (inferred.size() != outputs.size())
            return Error{
                phrase("Graph", "%1 has %2 outputs, not %3").with({name, std::to_string(inferred.size()), std::to_string(outputs.size())}),
                "", ""};
        for (std::size_t i = 0; i < outputs.size(); ++i)
            if (outputs[i].type != inferred[i])
                return Error{
                    phrase("Graph", "%%1 is %2 but %3 gives %4").with({outputs[i].name, outputs[i].type.text(), name, inferred[i].text()}),
                    "", ""};
        const NodeId id = m_graph.addNode(*op, std::move(inputs), std::move(attrs), inferred, std::move(origin));
        m_graph.nodes.back().again = again;
        for (std::size_t i = 0; i < outputs.size(); ++i) DS_TRY(define(outputs[i], m_graph.nodes[static_cast<std::size_t>(id)].outputs[i]));
        return {};
    }

    Result<Attrs> attributes(Line& line)
    {
        Attrs attrs;
        if (!line.take("{")) return attrs;
        while (!line.take("}")) {
            const std::string name = line.word();
            if (name.empty() || !line.take("=")) return expected("name = value", line);
            attrs.set(name, DS_TRY(value(line)));
            if (line.peek() != '}' && !line.take(",")) return expected(", or }", line);
        }
        return attrs;
    }

    Result<AttrValue> value(Line& line)
    {
        if (line.take("true")) return AttrValue(true);
        if (line.take("false")) return AttrValue(false);
        if (line.peek() == '"') {
            std::optional<std::string> text = line.quoted();
            if (!text) return expected("a closing quote", line);
            return AttrValue(*text);
        }
        if (!line.take("[")) return number(line);
        std::vector<AttrValue> items;
        while (!line.take("]")) {
            items.push_back(DS_TRY(value(line)));
            if (line.peek() != ']' && !line.take(",")) return expected(", or ]", line);
        }
        return list(items, line);
    }

    static Result<AttrValue> list(const std::vector<AttrValue>& items, Line& line)
    {
        Ints ints;
        Floats floats;
        Strings strings;
        for (const AttrValue& item : items) {
            if (const auto* v = std::get_if<int64_t>(&item)) ints.push_back(*v);
            else if (const auto* f = std::get_if<double>(&item)) floats.push_back(*f);
            else if (const auto* s = std::get_if<std::string>(&item)) strings.push_back(*s);
        }
        if (ints.size() == items.size()) return AttrValue(ints);
        if (floats.size() == items.size()) return AttrValue(floats);
        if (strings.size() == items.size()) return AttrValue(strings);
        return expected("a list of one type", line);
    }

    static Result<AttrValue> number(Line& line)
    {
        const std::string word = line.word();
        const char* begin = word.data();
        const char* end = begin + word.size();
        int64_t whole = 0;
        if (const auto [at, problem] = std::from_chars(begin, end, whole); problem == std::errc() && at == end) return AttrValue(whole);
        double real = 0;
        if (const auto [at, problem] = std::from_chars(begin, end, real); problem == std::errc() && at == end) return AttrValue(real);
        return expected("a number instead of \"" + word + "\"", line);
    }

    std::string_view m_text;
    Graph m_graph;
    std::map<std::string, ValueId> m_byName;
};

} // namespace

Result<Graph> parseGraph(std::string_view text, const OpSet& ops) { return Parser(text, ops).run(); }

} // namespace ds
