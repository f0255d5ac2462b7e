/** What can answer requests instead of servers. */
export const mocks = ['msw', 'nock', 'mock-agent'] as const;
export type Mock = (typeof mocks)[number];

/** Mocks by what they call themselves. */
export const nameOfMock: Readonly<Record<Mock, string>> = { msw: 'MSW', nock: 'nock', 'mock-agent': 'MockAgent' };
