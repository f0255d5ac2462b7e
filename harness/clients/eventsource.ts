import { type ClientRequest, defineClient, toHeadersObject } from '../adapter/index.ts';
import { EventSourceError, type EventSourceLike, firstMessage } from './support/platform-apis.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { versionOf } from './support/version.ts';

type Construct = new (url: string, options: object) => EventSourceLike;

const version = versionOf('eventsource');
const exported = await foreignPackage<Construct & { readonly EventSource?: Construct }>('eventsource');
const EventSource = exported.EventSource ?? exported;

/** Before version 3 it had an option for fields; since then its caller adds them in a fetch of its own. */
function optionsFor({ headers }: ClientRequest): object {
  const fields = toHeadersObject(headers) as Record<string, string>;
  if (Number.parseInt(version, 10) < 3) return { headers: fields };
  return {
    fetch: (url: string, init: RequestInit) =>
      fetch(url, { ...init, headers: [...new Headers(init.headers), ...Object.entries(fields)] }),
  };
}

export default defineClient({
  name: 'eventsource',
  version,
  capabilities: ['event-source', 'event-source-headers'],
  methods: [],
  errors: { connection: (error) => error instanceof EventSourceError && error.willReconnect },
  send: (request, { signal }) => firstMessage(new EventSource(request.url, optionsFor(request)), signal),
});
