/*
 * Maps the virtual addresses of a scenario to loopback, below any dynamically linked program, and refuses all others:
 *
 *     cc -shared -fPIC -o map-addresses.so map-addresses.c && LD_PRELOAD=./map-addresses.so program
 *
 * REDIRECT_CONFORMANCE_NAMES is a file with lines `host:port port`; it is read again for every connection.
 * REDIRECT_CONFORMANCE_BLOCKED is a file to which each refused `host:port` is added.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A name gets an address of its own, 127.77.x.y, so that connect knows which name is meant. */
#define MOST_NAMES 65536
#define FIRST_ADDRESS 0x7f4d0000u

static char *names[MOST_NAMES];
static pthread_mutex_t naming = PTHREAD_MUTEX_INITIALIZER;

static int number_of(const char *name) {
  int number = 0;
  pthread_mutex_lock(&naming);
  while (number < MOST_NAMES && names[number] && strcmp(names[number], name) != 0) number++;
  if (number < MOST_NAMES && !names[number]) names[number] = strdup(name);
  pthread_mutex_unlock(&naming);
  return number < MOST_NAMES ? number : -1;
}

static int is_literal(const char *host) {
  unsigned char bytes[sizeof(struct in6_addr)];
  return inet_pton(AF_INET, host, bytes) == 1 || inet_pton(AF_INET6, host, bytes) == 1;
}

int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **result) {
  int (*original)(const char *, const char *, const struct addrinfo *, struct addrinfo **) = dlsym(RTLD_NEXT, "getaddrinfo");
  if (!host || is_literal(host)) return original(host, service, hints, result);
  char name[256];
  size_t length = strnlen(host, sizeof name);
  if (length == sizeof name) return EAI_NONAME;
  for (size_t i = 0; i <= length; i++) name[i] = tolower((unsigned char)host[i]);
  if (length > 0 && name[length - 1] == '.') name[length - 1] = '\0';
  int number = number_of(name);
  if (number < 0) return EAI_MEMORY;
  struct in_addr own = {.s_addr = htonl(FIRST_ADDRESS + number)};
  char text[INET_ADDRSTRLEN];
  struct addrinfo numeric = hints ? *hints : (struct addrinfo){0};
  numeric.ai_family = AF_INET;
  numeric.ai_flags &= ~(AI_V4MAPPED | AI_ALL | AI_ADDRCONFIG);
  return original(inet_ntop(AF_INET, &own, text, sizeof text), service, &numeric, result);
}

/* The host that an IPv4 address means: a name that was looked up, or the address itself. */
static const char *host_of(struct in_addr address, char *text, size_t size) {
  unsigned number = ntohl(address.s_addr) - FIRST_ADDRESS;
  return number < MOST_NAMES && names[number] ? names[number] : inet_ntop(AF_INET, &address, text, size);
}

/* Where an address listens on loopback, or 0. */
static int port_for(const char *address) {
  const char *path = getenv("REDIRECT_CONFORMANCE_NAMES");
  FILE *file = path ? fopen(path, "re") : NULL;
  char known[512];
  int port = 0, found = 0;
  while (file && !found && fscanf(file, "%511s %d", known, &port) == 2) found = strcmp(known, address) == 0;
  if (file) fclose(file);
  return found ? port : 0;
}

static void report(const char *address) {
  const char *path = getenv("REDIRECT_CONFORMANCE_BLOCKED");
  int file = path ? open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
  if (file < 0) return;
  dprintf(file, "%s\n", address);
  close(file);
}

int connect(int fd, const struct sockaddr *to, socklen_t size) {
  int (*original)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "connect");
  const struct sockaddr_in6 *to6 = (const struct sockaddr_in6 *)to;
  struct sockaddr_in to4 = {.sin_family = AF_INET};
  char text[INET6_ADDRSTRLEN], address[512];
  const char *host;
  if (to->sa_family == AF_INET) {
    to4 = *(const struct sockaddr_in *)to;
    host = host_of(to4.sin_addr, text, sizeof text);
  } else if (to->sa_family == AF_INET6 && IN6_IS_ADDR_V4MAPPED(&to6->sin6_addr)) {
    memcpy(&to4.sin_addr, to6->sin6_addr.s6_addr + 12, 4);
    to4.sin_port = to6->sin6_port;
    host = host_of(to4.sin_addr, text, sizeof text);
  } else if (to->sa_family == AF_INET6) {
    to4.sin_port = to6->sin6_port;
    host = inet_ntop(AF_INET6, &to6->sin6_addr, text, sizeof text);
  } else {
    return original(fd, to, size);
  }
  snprintf(address, sizeof address, "%s:%d", host, ntohs(to4.sin_port));
  int port = port_for(address);
  if (port == 0) {
    report(address);
    errno = ECONNREFUSED;
    return -1;
  }
  to4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  to4.sin_port = htons(port);
  if (to->sa_family == AF_INET) return original(fd, (struct sockaddr *)&to4, sizeof to4);
  struct sockaddr_in6 mapped = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
  inet_pton(AF_INET6, "::ffff:127.0.0.1", &mapped.sin6_addr);
  return original(fd, (struct sockaddr *)&mapped, sizeof mapped);
}
