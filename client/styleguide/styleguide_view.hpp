#pragma once
// Every widget in every state on one page, "#/styleguide": for whoever changes the look.

#include "client/ui/ui.hpp"

#include <string>

namespace schulkit {

struct StyleguideModel {
    std::string text = {};
    std::string long_text = {};
    std::string wrong_text = {};
    std::string search = {};
    std::string date = "2026-08-31";
    std::string no_date = {};
    std::string choice = "b";
    std::string no_choice = {};
    std::string tab = "first";
    std::string file = {};
    std::string file_name = {};
    bool on = true;
    bool off = false;
    bool dialog_open = false;
    int clicks = 0;
    ui::TableResult sorted = {};
};

void draw_styleguide(StyleguideModel& model, ui::Ui& ui);

} // namespace schulkit
