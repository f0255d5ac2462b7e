import { readLines } from '../lines.ts';
import type { DriverMessage, HarnessMessage, Ready, WireRequest } from '../protocol.ts';
import { PROTOCOL } from '../protocol-version.ts';

/** What `open` says of a scenario. */
export type Opened = Extract<HarnessMessage, { open: unknown }>['open'];

type WithoutId<Message> = Message extends { readonly id: number } ? Omit<Message, 'id'> : never;

/** How a call ended, without its number. */
export type CallAnswer = WithoutId<DriverMessage>;

/** A client that is a program, which is started for each call. */
export interface ProgramClient {
  readonly ready: Omit<Ready, 'protocol'>;
  /** Begins a scenario; what it returns makes its calls. */
  readonly open: (opened: Opened) => (id: number, request: WireRequest) => Promise<CallAnswer>;
}

/** Writes a message to the harness. */
export const say = (message: DriverMessage): void => console.log(JSON.stringify(message));

/** The address of a URL as it is in `names`: `host:port`, without the brackets of an IPv6 address and the final dot of a name. */
export function addressOfUrl(url: string): string {
  const [, scheme, authority = ''] = /^(\w+):\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(url) ?? [];
  const [, host = '', port = scheme === 'https' ? '443' : '80'] = /^(.*?)(?::(\d*))?$/.exec(authority) ?? [];
  return `${host.toLowerCase().replaceAll(/[[\]]|\.$/g, '')}:${port}`;
}

/** Speaks the line protocol for a client that is a program. */
export async function drive({ ready, open }: ProgramClient): Promise<void> {
  let send: ReturnType<ProgramClient['open']> | undefined;
  await readLines(process.stdin, (line) => {
    const message = JSON.parse(line) as HarnessMessage;
    if ('hello' in message) say({ ready: { protocol: PROTOCOL, ...ready } });
    if ('open' in message) {
      send = open(message.open);
      say({ opened: message.open.scenario });
    }
    if ('close' in message) say({ closed: message.close.scenario });
    if (!('send' in message)) return;
    const { id, request } = message.send;
    void send?.(id, request).then(
      (answer) => say({ id, ...answer }),
      (error: Error) => say({ fault: error.stack ?? error.message }),
    );
  });
}
