// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "widgets/form/form.h"
#include "widgets/form/switch.h"
#include "widgets/form/values.h"

using namespace ds::ui;

namespace {

using Kind = FormField::Kind;

std::vector<FormField> fields()
{
    return {
        {.name = "units", .label = "Units", .kind = Kind::Int, .value = 32, .fallback = {}, .min = 1, .max = 100},
        {.name = "rate", .label = "Rate", .kind = Kind::Float, .value = 0.5, .fallback = 0.1, .min = 0, .max = 1},
        {.name = "kernel", .label = "Kernel", .kind = Kind::Ints, .value = QVariantList{3, 3}, .fallback = QVariantList{1}, .min = 1},
        {.name = "padding", .label = "Padding", .kind = Kind::Choice, .value = "same", .fallback = "valid", .choices = {"valid", "same"}},
        {.name = "bias", .label = "Bias", .kind = Kind::Bool, .value = true, .fallback = true}};
}

QLineEdit* line(Form& form, const char* label)
{
    for (auto* edit : form.findChildren<QLineEdit*>())
        if (edit->accessibleName() == QLatin1String(label)) return edit;
    return nullptr;
}

} // namespace

class FormTest : public QObject {
    Q_OBJECT

private slots:
    void textsAndValues_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("back");
        const auto row = [](Kind kind, const char* text, const QVariant& value, const char* back) {
            QTest::newRow(text) << int(kind) << QString(text) << value << QString(back);
        };
        row(Kind::Int, "12", 12, "12");
        row(Kind::Int, "1.5", {}, "");
        row(Kind::Int, "1000", {}, "");
        row(Kind::Float, "1e-3", 0.001, "0.001");
        row(Kind::Float, "nan", {}, "");
        row(Kind::Float, "0.1", 0.1, "0.1");
        row(Kind::Ints, "3x5", QVariantList{3, 5}, "3 × 5");
        row(Kind::Ints, " 3 , 5 ", QVariantList{3, 5}, "3 × 5");
        row(Kind::Ints, "3, a", {}, "");
        row(Kind::Floats, "0.1 0.25", QVariantList{0.1, 0.25}, "0.1, 0.25");
        row(Kind::Texts, "a, b", QStringList{"a", "b"}, "a, b");
    }
    void textsAndValues()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(QVariant, value);
        QFETCH(QString, back);
        FormField field{.name = "f", .label = "F", .kind = Kind(kind), .value = {}, .fallback = {}, .min = -100, .max = 100};
        QString problem;
        const QVariant got = formValue(field, text, problem);
        QCOMPARE(got.isValid(), value.isValid());
        QCOMPARE(problem.isEmpty(), value.isValid());
        if (!value.isValid()) return;
        QCOMPARE(formText(field.kind, got), back);
    }

    void typingEmitsWhatIsValid()
    {
        Form form;
        form.setFields(fields());
        form.show();
        QSignalSpy edited(&form, &Form::edited);
        QLineEdit* units = line(form, "Units");
        units->setFocus();
        units->selectAll();
        QTest::keyClicks(units, "250");
        // 2 and 25 are fine, 250 is too much.
        QCOMPARE(edited.count(), 2);
        QCOMPARE(edited.last()[1].toInt(), 25);
        QVERIFY(units->property("wrong").toBool());
        QTest::keyClick(units, Qt::Key_Backspace);
        QTest::keyClick(units, Qt::Key_Return);
        QCOMPARE(edited.last()[1].toInt(), 25);
        QVERIFY(edited.last()[2].toBool());
        QVERIFY(!units->property("wrong").toBool());
    }

    void newValuesDoNotDisturbTyping()
    {
        Form form;
        form.setFields(fields());
        form.show();
        QLineEdit* rate = line(form, "Rate");
        form.activateWindow();
        rate->setFocus();
        QTRY_VERIFY(rate->hasFocus());
        rate->selectAll();
        QTest::keyClicks(rate, "0.");
        form.setFields(fields());
        QCOMPARE(line(form, "Rate"), rate);
        QCOMPARE(rate->text(), QString("0."));
    }

    void theDotSetsBack()
    {
        Form form;
        form.setFields(fields());
        form.show();
        QSignalSpy edited(&form, &Form::edited);
        int visible = 0;
        for (auto* dot : form.findChildren<QToolButton*>()) visible += dot->isVisible();
        QCOMPARE(visible, 3); // rate, kernel, padding
        for (auto* dot : form.findChildren<QToolButton*>())
            if (dot->isVisible()) {
                dot->click();
                break;
            }
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited[0][0].toString(), QString("rate"));
        QCOMPARE(edited[0][1].toDouble(), 0.1);
        QCOMPARE(line(form, "Rate")->text(), QString("0.1"));
    }

    void switchesAndChoices()
    {
        Form form;
        form.setFields(fields());
        form.show();
        QSignalSpy edited(&form, &Form::edited);
        auto* bias = form.findChild<Switch*>();
        QTest::mouseClick(bias, Qt::LeftButton);
        QCOMPARE(edited.last()[1], QVariant(false));
        auto* padding = form.findChild<QComboBox*>();
        padding->setFocus();
        QTest::keyClick(padding, Qt::Key_Up);
        QCOMPARE(edited.last()[1].toString(), QString("valid"));
    }

    void severalValuesAreNotShownAsOne()
    {
        Form form;
        auto list = fields();
        list[1].value = {};
        form.setFields(list);
        QCOMPARE(line(form, "Rate")->text(), QString());
        QVERIFY(!line(form, "Rate")->placeholderText().isEmpty());
    }
};

QTEST_MAIN(FormTest)
#include "form.moc"
