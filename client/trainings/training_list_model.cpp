#include "client/trainings/training_list_model.hpp"

namespace schulkit {

void load_trainings(Trainings& trainings, Api& api) {
    trainings.start();
    api.read<ListTrainings>({}, {}, [&trainings](Result<Page<Training>> found) { trainings.take(std::move(found)); });
}

} // namespace schulkit
