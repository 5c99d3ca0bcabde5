/* SPDX-License-Identifier: BSL-1.0 */

/* Preloaded into a program: the machine has no thread left. */

#include <errno.h>
#include <pthread.h>

int pthread_create(pthread_t* thread, pthread_attr_t const* how, void* (*what)(void*), void* with)
{
    (void)thread, (void)how, (void)what, (void)with;
    return EAGAIN;
}
