#pragma once
// How far each person's running import is. Seen from outside the transaction, so kept apart from it.

#include "shared/imports/import_api.hpp"
#include "shared/people/person.hpp"

#include <map>
#include <mutex>

namespace schulkit {

class ImportProgressBoard {
public:
    void set(Id<Person> person, ImportProgress progress);
    void clear(Id<Person> person);
    ImportProgress get(Id<Person> person);

private:
    std::mutex m_lock;
    std::map<std::int64_t, ImportProgress> m_running;
};

} // namespace schulkit
