/* Records what a program does to the files below one folder, in its order: for power-cut tests.
 *
 * Loaded before libc (LD_PRELOAD). RECORDED_FOLDER says which folder, RECORDED_LOG where to write.
 * Each event is a line of its kind, the path, an offset and a length, and then so many bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int log_fd = -1;
static const char *folder;
static ssize_t (*real_write)(int, const void *, size_t);

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
    const char *log = getenv("RECORDED_LOG");
    folder = getenv("RECORDED_FOLDER");
    real_write = REAL(write);
    if (log && folder) log_fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const char *kind, const char *path, long at, size_t size, const void *bytes) {
    char head[PATH_MAX + 128];
    if (log_fd < 0 || strncmp(path, folder, strlen(folder)) != 0) return;
    int length = snprintf(head, sizeof head, "%s\t%s\t%ld\t%zu\n", kind, path, at, size);
    char *whole = malloc(length + size);
    memcpy(whole, head, length);
    if (size) memcpy(whole + length, bytes, size);
    real_write(log_fd, whole, length + size);
    free(whole);
}

static void put_fd(const char *kind, int fd, long at, size_t size, const void *bytes) {
    char link[64], path[PATH_MAX];
    if (log_fd < 0 || fd == log_fd) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return;
    path[length] = 0;
    put(kind, path, at, size, bytes);
}

ssize_t write(int fd, const void *bytes, size_t size) {
    long at = lseek(fd, 0, SEEK_CUR);
    ssize_t done = real_write(fd, bytes, size);
    if (done > 0 && at >= 0) put_fd("write", fd, at, done, bytes);
    return done;
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
    ssize_t done = REAL(pwrite64)(fd, bytes, size, at);
    if (done > 0) put_fd("write", fd, at, done, bytes);
    return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }
int ftruncate64(int fd, off64_t size) {
    int done = REAL(ftruncate64)(fd, size);
    if (!done) put_fd("truncate", fd, size, 0, "");
    return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
int fsync(int fd) {
    int done = REAL(fsync)(fd);
    if (!done) put_fd("sync", fd, 0, 0, "");
    return done;
}
int fdatasync(int fd) {
    int done = REAL(fdatasync)(fd);
    if (!done) put_fd("sync", fd, 0, 0, "");
    return done;
}
int unlink(const char *path) {
    char whole[PATH_MAX];
    int known = realpath(path, whole) != NULL;
    int done = REAL(unlink)(path);
    if (!done && known) put("unlink", whole, 0, 0, "");
    return done;
}
static void created(const char *path, int fd, int flags, int was_there) {
    (void)path;
    if (fd >= 0 && (flags & O_CREAT) && !was_there) put_fd("create", fd, 0, 0, "");
    if (fd >= 0 && (flags & O_TRUNC) && was_there) put_fd("truncate", fd, 0, 0, "");
}
#define OPENER(name)                                                                               \
    int name(const char *path, int flags, ...) {                                                   \
        mode_t mode = 0;                                                                           \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                       \
            va_list list;                                                                          \
            va_start(list, flags);                                                                 \
            mode = va_arg(list, mode_t);                                                           \
            va_end(list);                                                                          \
        }                                                                                          \
        int was_there = access(path, F_OK) == 0;                                                   \
        int fd = REAL(name)(path, flags, mode);                                                    \
        created(path, fd, flags, was_there);                                                       \
        return fd;                                                                                 \
    }
OPENER(open)
OPENER(open64)
