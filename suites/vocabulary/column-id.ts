/** The id of the same client over sockets. A column under a mock ends with its name: `~msw`, or `~msw+http` where MSW intercepts at the sockets, `~nock` or `~mock-agent`. */
export const wireIdOf = (column: string): string => column.replace(/~(msw(\+http)?|nock|mock-agent)$/, '');
