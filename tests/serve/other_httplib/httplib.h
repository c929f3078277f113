// Another version of the library, for the test that serve/guard.cpp refuses to compile with it.
#include_next <httplib.h>
#undef CPPHTTPLIB_VERSION
#define CPPHTTPLIB_VERSION "0.11.5"
