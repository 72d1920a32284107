// One visitor out of several lambdas, for std::visit.
// Not here: walking a tree (document/walk).
#pragma once

namespace huozi::epub {

template <typename... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <typename... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace huozi::epub
