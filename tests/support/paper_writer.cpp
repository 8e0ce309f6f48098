// What paper_pdf_test runs in a process of its own; no test by itself, so it stands in no file of tests.

#include "tests/papers/paper_samples.hpp"

#include <catch_amalgamated.hpp>

#include <fstream>
#include <stdlib.h>
#include <tuple>

using namespace schulkit;
using namespace schulkit::papers;

TEST_CASE("an agreement written for another process", "[.][papers]") {
    char const* const file = getenv("SCHULKIT_PAPER");
    REQUIRE(file != nullptr);
    std::ignore = paper_pdf(samples::handover_paper()); // what was made before makes no difference
    std::ofstream{file, std::ios::binary} << *paper_pdf(samples::agreement_paper());
}
