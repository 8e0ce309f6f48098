#pragma once
// What stands inside a card, a row, a dialog …: any callable, called while its surroundings are open.

#include <type_traits>
#include <utility>

namespace schulkit::ui {

/// A reference to a callable that outlives the call; never stored. Like std::function, without memory.
template <class Signature>
class Callable;

template <class R, class... Args>
class Callable<R(Args...)> {
public:
    Callable() = default;
    template <class F>
        requires(!std::is_same_v<std::remove_cvref_t<F>, Callable> && std::is_invocable_r_v<R, F&, Args...>)
    Callable(F&& callable)
        : m_object(const_cast<void*>(static_cast<void const*>(&callable))),
          m_call([](void* object, Args... args) -> R {
              return (*static_cast<std::remove_reference_t<F>*>(object))(std::forward<Args>(args)...);
          }) {}

    explicit operator bool() const { return m_call != nullptr; }
    R operator()(Args... args) const { return m_call(m_object, std::forward<Args>(args)...); }

private:
    void* m_object = nullptr;
    R (*m_call)(void*, Args...) = nullptr;
};

using Content = Callable<void()>;

} // namespace schulkit::ui
