#pragma once
// Chance that falls the same everywhere: std::mt19937 is fixed by the standard, the distributions are not.

#include <cstddef>
#include <cstdint>
#include <random>

namespace schulkit {

class SeedRandom {
public:
    explicit SeedRandom(std::uint32_t seed) : m_engine{seed} {}

    /// 0 … count - 1; count from 1.
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>((static_cast<std::uint64_t>(m_engine()) * count) >> 32);
    }
    int between(int first, int last) {
        return first + static_cast<int>(below(static_cast<std::size_t>(last - first + 1)));
    }
    bool happens(int per_mille) { return between(0, 999) < per_mille; }
    template <class List> auto const& one_of(List const& list) { return list[below(list.size())]; }

private:
    std::mt19937 m_engine;
};

} // namespace schulkit
