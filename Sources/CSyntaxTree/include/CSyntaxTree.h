/// libcmark's parser with memory that is given back all at once.
///
/// libcmark asks for thousands of small pieces a text, and a third of its time goes there. Here
/// they are cut from a few blocks, and giving one piece back does nothing.
///
/// Contract:
/// 1. A document lives until its arena parses again or is freed. It is never given to
///    `cmark_node_free`, and nothing in it is changed but user data.
/// 2. An arena is used by one thread at a time.
/// 3. libcmark's allocator gets no context. It finds the arena in a thread-local variable, which is
///    set while `warta_arena_parse` runs and at no other time.
/// 4. Without memory the program stops, as with libcmark's own allocator.
#ifndef WARTA_SYNTAX_TREE_H
#define WARTA_SYNTAX_TREE_H

#include <cmark.h>
#include <stddef.h>

/// The memory of one document.
typedef struct warta_arena warta_arena;

warta_arena *warta_arena_new(void);

void warta_arena_free(warta_arena *arena);

/// Forgets the arena's document, parses `text` and returns its document.
cmark_node *warta_arena_parse(warta_arena *arena, const char *text, size_t length, int options);

#endif
