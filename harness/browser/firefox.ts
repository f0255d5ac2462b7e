import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { BidiSession } from './bidi.ts';
import type { Browser, Context, LaunchedBrowser, LaunchOptions } from './browser.ts';
import { caused } from './failures.ts';
import { installedFirefox } from './find-browser.ts';
import { environment, makeProfile } from './firefox-profile.ts';
import { FirefoxTab } from './firefox-tab.ts';
import { DOWNLOAD, FOR_ANOTHER_PROGRAM } from './firefox-watch.ts';
import { PATH_OF_PAGE } from './page-of-the-caller.ts';
import { doesNotStart } from './program.ts';

/** A container of Firefox. */
async function openContext(session: BidiSession, relay: number): Promise<Context> {
  const proxy = { proxyType: 'manual', socksProxy: `127.0.0.1:${relay}`, socksVersion: 5 };
  const { userContext } = await session.send<{ userContext: string }>('browser.createUserContext', { proxy });
  return {
    newTab: async () => {
      const { context } = await session.send<{ context: string }>('browsingContext.create', { type: 'tab', userContext });
      return new FirefoxTab(session, context);
    },
    close: () => session.send('browser.removeUserContext', { userContext }),
  };
}

const MOST_OUTPUT = 4_000;

/** Waits until Firefox says on which port it listens. Throws an error that says why it ended before. */
function portOf(process: ChildProcessByStdio<null, null, Readable>, ended: Promise<string>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let output = '';
  process.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-MOST_OUTPUT);
    const port = /WebDriver BiDi listening on ws:\/\/\S+:(\d+)/.exec(output)?.[1];
    if (port !== undefined) resolve(Number(port));
  });
  void ended.then((why) => reject(new Error(output.trim().split('\n').at(-1) || why)));
  return promise;
}

function endOf(process: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  process.once('error', ({ message }) => resolve(message));
  process.once('close', (code, signal) => resolve(signal ? `killed by ${signal}` : `exited with code ${code}`));
  return promise;
}

const events = [
  'network.beforeRequestSent',
  'network.responseStarted',
  'network.responseCompleted',
  'network.fetchError',
  'network.authRequired',
  'browsingContext.domContentLoaded',
  'browsingContext.downloadWillBegin',
];

async function launch({ program, ca, relay, nowhere }: LaunchOptions): Promise<LaunchedBrowser> {
  const profile = makeProfile(ca, nowhere);
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const firefox = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment } });
  process.once('exit', () => firefox.kill('SIGKILL'));
  const ended = endOf(firefox);
  const port = await portOf(firefox, ended).catch((error: Error) => {
    throw doesNotStart(installedFirefox, program, error.message, error);
  });
  const session = await BidiSession.open(port, events);
  // The page of the caller comes from the driver. Firefox sends all other requests as without this.
  const pattern = { type: 'pattern', pathname: PATH_OF_PAGE };
  await session.send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns: [pattern] });
  await session.send('network.addIntercept', { phases: ['authRequired'] });
  return { newContext: () => openContext(session, relay), ended };
}

/** Firefox, driven by WebDriver BiDi, which it serves itself. */
export const firefox: Browser = {
  installed: installedFirefox,
  launch,
  refused: /^NS_ERROR_(CONNECTION_REFUSED|UNKNOWN_HOST|UNKNOWN_PROXY_HOST|PROXY_\w+)$/,
  leftAlone: new RegExp(`^(NS_BINDING_ABORTED|NS_ERROR_NET_ERROR_RESPONSE|${DOWNLOAD})$`),
  ofFetch: [],
  errors: {
    'blocked-address': caused(/EBLOCKED/),
    'too-many-redirects': caused(/NS_ERROR_REDIRECT_LOOP/),
    'unsupported-scheme': caused(new RegExp(`NS_ERROR_UNKNOWN_PROTOCOL|${FOR_ANOTHER_PROGRAM}`)),
    'invalid-location': caused(/NS_ERROR_MALFORMED_URI/),
    tls: caused(/SEC_ERROR|SSL_ERROR|MOZILLA_PKIX|NS_ERROR_NET_INADEQUATE_SECURITY/),
    connection: caused(/NS_ERROR_(CONNECTION|NET_|UNKNOWN_HOST|PROXY)/),
  },
};
