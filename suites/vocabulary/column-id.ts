/** The id of the same client over sockets. A column under MSW ends with `~msw`, or with `~msw+http` where MSW intercepts at the sockets. */
export const wireIdOf = (column: string): string => column.replace(/~msw(\+http)?$/, '');
