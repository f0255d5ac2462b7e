/** The version of the protocol between harness and driver: JSON lines, one message a line. Described in docs/protocol.md. */
export const PROTOCOL = 1;
