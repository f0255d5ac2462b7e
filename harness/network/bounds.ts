/** How many bytes of one request are read, with its header section: several times what the largest scenario asks for. */
export const MOST_BYTES = 8 * 2 ** 20;

/** How many connections to the servers of a scenario may be open at once. */
export const MOST_CONNECTIONS = 512;

/** How many times the requests of a runaway are recorded of a client that connects anew when it is cut off. */
export const RUNAWAYS = 3;
