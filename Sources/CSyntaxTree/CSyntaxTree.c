#include "CSyntaxTree.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// Memory that pieces are cut from; they follow the block itself.
typedef struct Block {
  struct Block *previous;
  size_t size;
  size_t used;
  size_t padding;
} Block;

struct warta_arena {
  Block *last;
};

static _Thread_local warta_arena *current;

/// A piece follows sixteen bytes that hold its length, and is aligned to sixteen.
enum { header = 16, smallest = 262144, largest = 8388608 };

static size_t rounded(size_t length) { return (length + 15) & ~(size_t)15; }

static void add_block(warta_arena *arena, size_t size) {
  Block *block = malloc(sizeof(Block) + size);
  if (block == NULL) abort();
  block->previous = arena->last;
  block->size = size;
  block->used = 0;
  arena->last = block;
}

static void *take(size_t length) {
  if (length > SIZE_MAX / 4) abort();
  size_t size = header + rounded(length);
  Block *block = current->last;
  if (block->size - block->used < size) {
    size_t next = block->size >= largest / 2 ? largest : block->size * 2;
    add_block(current, next < size ? size : next);
    block = current->last;
  }
  char *start = (char *)(block + 1) + block->used;
  block->used += size;
  memcpy(start, &length, sizeof length);
  return start + header;
}

static void *take_zeroed(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / 4 / size) abort();
  return memset(take(count * size), 0, count * size);
}

static void *grow(void *piece, size_t length) {
  if (piece == NULL) return take(length);
  size_t old;
  memcpy(&old, (char *)piece - header, sizeof old);
  if (length <= old) return piece;
  return memcpy(take(length), piece, old);
}

static void keep(void *piece) { (void)piece; }

/// Empties the arena but for its first block, which is kept for the next text.
static void reset(warta_arena *arena) {
  while (arena->last->previous != NULL) {
    Block *block = arena->last;
    arena->last = block->previous;
    free(block);
  }
  arena->last->used = 0;
}

warta_arena *warta_arena_new(void) {
  warta_arena *arena = malloc(sizeof(warta_arena));
  if (arena == NULL) abort();
  arena->last = NULL;
  add_block(arena, smallest);
  return arena;
}

void warta_arena_free(warta_arena *arena) {
  reset(arena);
  free(arena->last);
  free(arena);
}

cmark_node *warta_arena_parse(warta_arena *arena, const char *text, size_t length, int options) {
  static cmark_mem memory = {take_zeroed, grow, keep};
  reset(arena);
  current = arena;
  cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);
  cmark_parser_feed(parser, text, length);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  current = NULL;
  return document;
}
