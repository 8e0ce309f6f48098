#pragma once
// Bars over the whole width of the window, above and below the main part. Heights in px; 0 where there is nothing to
// say.

#include "client/ui/ui.hpp"

namespace schulkit::ui {

float notice_height(State& state, std::string_view words);
void draw_notice(Ui& ui, std::string_view key, std::string_view words, Tone tone, Rect bar);

float news_height(State& state, AppFrame::News const& news);
/// Words and one button; it waits as long as it has to. `activated` becomes "news".
void draw_news(Ui& ui, AppFrame::News const& news, Rect bar, std::string& activated);

} // namespace schulkit::ui
