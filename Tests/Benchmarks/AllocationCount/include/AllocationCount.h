#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

/// The number of times that the calling thread has asked for memory; -1 where that is not known.
long allocation_count(void);

#endif
