// cmark-gfm, linked statically: a shared library would cost start-up time before the first paint.
#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <stddef.h>

// A GNU function that the Glibc module leaves out (memmem(3)).
void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);
