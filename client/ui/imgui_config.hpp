#pragma once
// Dear ImGui's settings; every source that sees imgui.h sees these (IMGUI_USER_CONFIG).

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_ENABLE_TEST_ENGINE // the hooks that report every item drawn (client/ui)

namespace schulkit::ui {
/// What a failed assertion inside ImGui does: a test fails, the application logs it. Defined in client/ui.
void imgui_assert_failed(char const* expression, char const* file, int line);
} // namespace schulkit::ui

#ifdef NDEBUG // a first visit has no use for 30 KB of them; file and line tell
#define SCHULKIT_WORDS_OF(EXPRESSION) ""
#else
#define SCHULKIT_WORDS_OF(EXPRESSION) #EXPRESSION
#endif

#define IM_ASSERT(EXPRESSION)                                                                                     \
    do {                                                                                                          \
        if (!(EXPRESSION))                                                                                        \
            ::schulkit::ui::imgui_assert_failed(SCHULKIT_WORDS_OF(EXPRESSION), __FILE__, __LINE__);               \
    } while (false)
