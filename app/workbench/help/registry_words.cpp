// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the descriptions say to people as texts that lupdate finds: installer/words hands it to translators.
#include <QTextStream>

#include <set>
#include <string>

#include "app/workbench/help/help_entries.h"
#include "app/workbench/words/words.h"
#include "core/document/document.h"
#include "inspector/drills/drill.h"

namespace {

using namespace ds;
using namespace ds::ui;

std::string literal(std::string_view text)
{
    std::string quoted;
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (c == '\n') quoted += "\\n";
        else quoted += c;
    }
    return quoted;
}

class Texts {
public:
    void add(std::string_view text)
    {
        if (!text.empty()) m_texts.emplace(text);
    }

    void add(const std::vector<AttrSpec>& attributes)
    {
        for (const AttrSpec& attribute : attributes) {
            add(words::plainLabel(attribute.name).toStdString());
            add(attribute.doc);
            add(attribute.unit);
        }
    }

    void add(const std::vector<Port>* ports)
    {
        if (!ports) return;
        for (const Port& port : *ports) add(port.doc);
    }

    void print() const
    {
        QTextStream out(stdout);
        out << "#include <QtGlobal>\nstatic const char* texts[] = {\n";
        for (const std::string& text : m_texts)
            out << "    QT_TRANSLATE_NOOP(\"Registry\", \"" << QString::fromStdString(literal(text)) << "\"),\n";
        out << "};\n";
    }

private:
    std::set<std::string> m_texts;
};

} // namespace

int main()
{
    Texts texts;
    for (const HelpEntry& entry : helpEntries()) {
        texts.add(entry.title);
        texts.add(entry.doc);
        if (entry.registry == "metrics") texts.add(words::plainLabel(entry.name).toStdString()); // titles of curves
        texts.add(entry.inputs);
        texts.add(entry.outputs);
        texts.add(entry.attributes);
    }
    for (const inspector::FaultSpec* fault : inspector::allFaults()) texts.add(fault->doc);
    for (const inspector::DrillProject& project : inspector::drillProjects()) texts.add(inspector::prepare({&project, 1}).document.name);
    texts.add(trainingAttributes());
    for (int type = 0; type <= static_cast<int>(AttrType::Strings); ++type) texts.add(attrTypeName(static_cast<AttrType>(type)));
    texts.print();
    return 0;
}
