// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the thread sanitizer in which order Qt runs things. Qt is built without it, so what is handed from thread to thread by an event or
// by a pool looks like a race. These functions take the place of Qt's in the program, note the order, and call Qt's.
#include <dlfcn.h>

#include <QMetaObject>
#include <QThread>
#include <QThreadPool>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);
}

namespace {

template <class F>
F* original(const char* symbol)
{
    return reinterpret_cast<F*>(dlsym(RTLD_NEXT, symbol));
}

/// What threads of pools have done, for those who wait for them.
char pools;

/// Emissions under way. Qt copies the arguments of a queued signal while it posts them, and the slot may run before the emission has
/// returned: it waits for that, since only then the sanitizer can be told. Not for ever: the sender may wait for the receiver in a direct
/// slot.
class Emissions {
public:
    void begin(const QObject* sender)
    {
        ++s_mine[place(sender)];
        ++m_all[place(sender)];
    }
    void end(const QObject* sender)
    {
        --m_all[place(sender)];
        --s_mine[place(sender)];
    }
    void waitForOthers(const QObject* sender)
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(100);
        while (m_all[place(sender)] > s_mine[place(sender)] && std::chrono::steady_clock::now() < until) std::this_thread::yield();
    }

private:
    static constexpr std::size_t places = 256;
    static std::size_t place(const QObject* sender) { return reinterpret_cast<std::uintptr_t>(sender) / 16 % places; }
    std::array<std::atomic<int>, places> m_all{};
    static thread_local std::array<int, places> s_mine;
};
thread_local std::array<int, Emissions::places> Emissions::s_mine;
Emissions emissions;

/// A slot or posted function: it sees what was done before it was posted or, for a slot, before the signal was emitted; and whoever waits
/// for the end of its thread sees what it did.
class Ordered : public QtPrivate::QSlotObjectBase {
public:
    Ordered(QtPrivate::QSlotObjectBase* inner, const QObject* sender)
        : QSlotObjectBase(&Ordered::run), m_inner(inner), m_sender(const_cast<QObject*>(sender))
    {
        __tsan_release(this);
    }

private:
    static void run(int which, QSlotObjectBase* base, QObject* receiver, void** arguments, bool* same)
    {
        auto* self = static_cast<Ordered*>(base);
        switch (which) {
        case Destroy:
            __tsan_acquire(self);
            self->m_inner->destroyIfLastRef();
            delete self;
            break;
        case Call:
            __tsan_acquire(self);
            if (self->m_sender) {
                emissions.waitForOthers(self->m_sender);
                __tsan_acquire(self->m_sender);
            }
            self->m_inner->call(receiver, arguments);
            __tsan_release(self);
            __tsan_release(QThread::currentThread());
            break;
        case Compare: *same = self->m_inner->compare(arguments); break;
        default: break;
        }
    }

    QtPrivate::QSlotObjectBase* m_inner;
    QObject* m_sender;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type, void* result)
{
    static auto* const real = original<bool(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return real(object, new Ordered(slot, nullptr), type, result);
}

QMetaObject::Connection QObject::connectImpl(const QObject* sender, void** signal, const QObject* receiver, void** slotPointer,
                                             QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type, const int* types,
                                             const QMetaObject* senderMetaObject)
{
    static auto* const real = original<QMetaObject::Connection(const QObject*, void**, const QObject*, void**, QtPrivate::QSlotObjectBase*,
                                                               Qt::ConnectionType, const int*, const QMetaObject*)>(
        "_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject");
    return real(sender, signal, receiver, slotPointer, new Ordered(slot, sender), type, types, senderMetaObject);
}

void QMetaObject::activate(QObject* sender, const QMetaObject* type, int signal, void** arguments)
{
    static auto* const real = original<void(QObject*, const QMetaObject*, int, void**)>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    emissions.begin(sender);
    __tsan_release(sender);
    real(sender, type, signal, arguments);
    __tsan_release(sender);
    emissions.end(sender);
}

void QThreadPool::start(std::function<void()> run, int priority)
{
    static auto* const real = original<void(QThreadPool*, std::function<void()>, int)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    auto* posted = new std::function<void()>(std::move(run)); // a closure of one pointer is copied by Qt alone
    __tsan_release(posted);
    real(
        this,
        [posted] {
            __tsan_acquire(posted);
            (*posted)();
            delete posted;
            __tsan_release(&pools);
        },
        priority);
}

bool QThreadPool::waitForDone(int milliseconds)
{
    static auto* const real = original<bool(QThreadPool*, int)>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = real(this, milliseconds);
    __tsan_acquire(&pools);
    return done;
}

bool QThread::wait(QDeadlineTimer deadline)
{
    static auto* const real = original<bool(QThread*, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool done = real(this, deadline);
    __tsan_acquire(this);
    return done;
}
