#include "server/imports/import_progress.hpp"

namespace schulkit {

void ImportProgressBoard::set(Id<Person> person, ImportProgress progress) {
    std::lock_guard lock{m_lock};
    m_running[person.value] = progress;
}

void ImportProgressBoard::clear(Id<Person> person) {
    std::lock_guard lock{m_lock};
    m_running.erase(person.value);
}

ImportProgress ImportProgressBoard::get(Id<Person> person) {
    std::lock_guard lock{m_lock};
    auto const found = m_running.find(person.value);
    return found == m_running.end() ? ImportProgress{} : found->second;
}

} // namespace schulkit
