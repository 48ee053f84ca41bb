/* Loaded into a server with LD_PRELOAD: makes every disk flush take FLUSH_DELAY_MS longer. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int flush(const char *name, int file)
{
    const char *delay = getenv("FLUSH_DELAY_MS");
    int (*original)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    if (delay)
        usleep(atoi(delay) * 1000);
    return original(file);
}

int fsync(int file)
{
    return flush("fsync", file);
}

int fdatasync(int file)
{
    return flush("fdatasync", file);
}
