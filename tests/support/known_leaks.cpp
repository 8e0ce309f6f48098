// fontconfig refers to what it has allocated by distances, not by addresses, which the leak sanitizer cannot follow: it takes
// the fonts of the papers, which live as long as the program, for lost. Nothing else is excused.

#ifdef __SANITIZE_ADDRESS__

extern "C" char const* __lsan_default_suppressions();
extern "C" char const* __lsan_default_suppressions() { return "leak:libfontconfig.so\n"; }
extern "C" char const* __lsan_default_options();
extern "C" char const* __lsan_default_options() { return "print_suppressions=0"; }

#endif
