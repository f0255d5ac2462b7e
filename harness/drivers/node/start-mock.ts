import type { MswSetup } from './msw.ts';
import type { RequestMock } from './mocked-routes.ts';

/** A mock, and how it is set up. */
export type MockSetup = MswSetup | 'nock' | 'mock-agent';

/** Each mock is loaded only if it is asked for: a project need not have it, and loading it may change a client. */
const starts: Readonly<Record<MockSetup, () => Promise<RequestMock>>> = {
  msw: async () => (await import('./msw.ts')).startMsw('msw'),
  'msw+http': async () => (await import('./msw.ts')).startMsw('msw+http'),
  nock: async () => (await import('./nock.ts')).startNock(),
  'mock-agent': async () => (await import('./mock-agent.ts')).startMockAgent(),
};

/** Starts a mock. */
export const startMock = (setup: MockSetup): Promise<RequestMock> => starts[setup]();
