#pragma once

#include <stddef.h>

/// A file of the built-in theme: its path below `Templates/` and its bytes, which live as long as
/// the program.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} theme_file;

/// The number of files.
size_t theme_file_count(void);

/// The file at `index`, which is below the count; files are sorted by path.
theme_file theme_file_at(size_t index);
