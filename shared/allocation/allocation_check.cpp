#include "shared/allocation/allocation_check.hpp"

#include "shared/core/validate.hpp"
#include "shared/school_years/school_year.hpp"

#include <map>
#include <set>

namespace schulkit {
namespace {

class AllocationChecker {
public:
    explicit AllocationChecker(AllocationInput const& input) : m_input(input) {}

    FieldErrors run() {
        if (!first_year_of(m_input.school_year)) m_errors.push_back({"school_year", "bad_school_year", {}});
        for (FieldError& error : validate(m_input.rules)) {
            error.field = "rules." + error.field;
            m_errors.push_back(std::move(error));
        }
        for (std::size_t i = 0; i < m_input.kits.size(); ++i)
            if (!m_kits.emplace(m_input.kits[i].id.value, &m_input.kits[i]).second) report("kits", i, "id", "duplicate");
        for (std::size_t i = 0; i < m_input.requests.size(); ++i) check_request(i);
        for (AllocationPin const& pin : m_input.pins)
            if (!pin.kit_id) m_pinned_to_none.insert(pin.request_id.value);
        for (std::size_t i = 0; i < m_input.pins.size(); ++i) check_pin(i);
        return std::move(m_errors);
    }

private:
    void report(std::string_view list, std::size_t at, std::string_view name, char const* code) {
        m_errors.push_back({std::string{list} + '.' + std::to_string(at) + '.' + std::string{name}, code, {}});
    }

    AllocationKit const* find_kit(Id<Kit> id) const {
        auto const found = m_kits.find(id.value);
        return found == m_kits.end() ? nullptr : found->second;
    }

    void check_request(std::size_t at) {
        AllocationRequest const& request = m_input.requests[at];
        auto const wrong = [&](std::string_view name, char const* code) { report("requests", at, name, code); };
        if (!m_requests.emplace(request.id.value, &request).second) wrong("id", "duplicate");
        if (request.quantity < 1 || request.quantity > max_requested_kits)
            wrong("quantity", "out_of_range");
        else if (request.wanted_kit_id && request.quantity != 1)
            wrong("quantity", "certain_kit_is_one");
        if (request.least_quantity < 0)
            wrong("least_quantity", "out_of_range");
        else if (request.least_quantity > request.quantity)
            wrong("least_quantity", "least_above_quantity");
        if (request.open_requirements < 0) wrong("open_requirements", "out_of_range");
        if (request.pupils.value_or(0) < 0) wrong("pupils", "out_of_range");
        if (request.distance_km.value_or(0) < 0) wrong("distance_km", "out_of_range");
        if (request.wanted_kit_id) {
            AllocationKit const* const kit = find_kit(*request.wanted_kit_id);
            if (kit == nullptr)
                wrong("wanted_kit_id", "unknown_kit");
            else if (kit->kit_type_id != request.kit_type_id)
                wrong("wanted_kit_id", "other_kit_type");
        }
        if (request.kept_kit_id) {
            AllocationKit const* const kit = find_kit(*request.kept_kit_id);
            if (kit == nullptr)
                wrong("kept_kit_id", "unknown_kit");
            else if (kit->kit_type_id != request.kit_type_id)
                wrong("kept_kit_id", "other_kit_type");
            else if (kit->held_by != request.school_id)
                wrong("kept_kit_id", "kit_not_held");
            else if (!m_kept.insert(kit->id.value).second)
                wrong("kept_kit_id", "kept_twice");
            if (request.wanted_kit_id && request.wanted_kit_id != request.kept_kit_id)
                wrong("kept_kit_id", "kept_not_wanted");
        }
    }

    void check_pin(std::size_t at) {
        AllocationPin const& pin = m_input.pins[at];
        auto const wrong = [&](std::string_view name, char const* code) { report("pins", at, name, code); };
        auto const found = m_requests.find(pin.request_id.value);
        AllocationRequest const* const request = found == m_requests.end() ? nullptr : found->second;
        if (request == nullptr) wrong("request_id", "unknown_request");
        if (!pin.kit_id) return;
        if (m_pinned_to_none.contains(pin.request_id.value))
            wrong("request_id", "pin_contradicts");
        else if (request != nullptr && ++m_pins_of[pin.request_id.value] > request->quantity)
            wrong("request_id", "too_many_pins");
        AllocationKit const* const kit = find_kit(*pin.kit_id);
        if (kit == nullptr) return wrong("kit_id", "unknown_kit");
        if (request != nullptr && kit->kit_type_id != request->kit_type_id) return wrong("kit_id", "other_kit_type");
        if (!kit->free) return wrong("kit_id", "kit_not_free");
        if (!m_pinned.insert(kit->id.value).second) wrong("kit_id", "pinned_twice");
    }

    AllocationInput const& m_input;
    FieldErrors m_errors = {};
    std::map<std::int64_t, AllocationKit const*> m_kits = {};
    std::map<std::int64_t, AllocationRequest const*> m_requests = {};
    std::map<std::int64_t, std::int64_t> m_pins_of = {};
    std::set<std::int64_t> m_kept = {};
    std::set<std::int64_t> m_pinned = {};
    std::set<std::int64_t> m_pinned_to_none = {};
};

} // namespace

FieldErrors check_allocation(AllocationInput const& input) { return AllocationChecker{input}.run(); }

} // namespace schulkit
