import { METHODS } from 'node:http';
import nock from 'nock';
import { contentBytes } from '../../concrete/content-bytes.ts';
import { MockedRoutes, type RequestMock } from './mocked-routes.ts';

type Reply = [status: number, body: Buffer | undefined, headers: string[]];

/** Starts nock, for every host and each method that Node.js knows: nock has no word for all of them. */
export function startNock(): RequestMock {
  const routes = new MockedRoutes();
  const reply = async (request: Request): Promise<Reply> => {
    const { url, method } = request;
    const body = Buffer.from(await request.clone().arrayBuffer());
    const answer = routes.answerTo({ url, method, headers: [...request.headers], body });
    if (!answer) throw new Error('the scenario has ended');
    const { status, body: content, headers = [] } = answer;
    return [status, content === undefined ? undefined : Buffer.from(contentBytes(content)), headers.flat()];
  };
  const scope = nock(/./).persist();
  for (const method of METHODS) scope.intercept(() => true, method).reply(reply);
  return routes;
}
