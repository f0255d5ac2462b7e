/** What a page is asked to fetch; plain JSON. */
export interface PageRequest {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly headers: [name: string, value: string][];
  readonly body?: PageBody;
  readonly redirect?: 'manual' | 'error';
  readonly mode?: 'no-cors' | 'same-origin';
  readonly credentials?: 'omit' | 'include';
  readonly isAborted: boolean;
  /** Whether the answer says of what type it is, and what the page is told about its redirects. */
  readonly isDescribed: boolean;
}

type Bytes = { readonly base64: string };
type Entry = readonly [name: string, value: string | (Bytes & { readonly type: string; readonly filename: string })];

/** A body as it crosses into the page. */
export type PageBody =
  | Bytes
  | { readonly stream: readonly string[] }
  | { readonly blob: string; readonly type: string }
  | { readonly urlencoded: [name: string, value: string][] }
  | { readonly multipart: readonly Entry[] };

/** What the page got. */
export type PageAnswer =
  | {
      readonly status: number;
      readonly headers: [name: string, value: string][];
      readonly body: string;
      readonly url: string;
      readonly redirected: boolean;
    }
  | { readonly thrown: { readonly name: string; readonly message: string } };

/** Runs in the page: one call of its fetch. It must not use anything outside of itself. */
export async function fetchInPage({ id, url, body, isAborted, isDescribed, ...init }: PageRequest): Promise<PageAnswer> {
  const calls = ((globalThis as { calls?: Map<number, AbortController> }).calls ??= new Map());
  const controller = new AbortController();
  calls.set(id, controller);
  if (isAborted) controller.abort();
  const decode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.fromBase64(text);
  const make = (given: PageBody): BodyInit => {
    if ('base64' in given) return decode(given.base64);
    if ('stream' in given) return new Blob(given.stream.map((part) => decode(part))).stream();
    if ('blob' in given) return new Blob([decode(given.blob)], { type: given.type });
    if ('urlencoded' in given) return new URLSearchParams(given.urlencoded);
    const form = new FormData();
    for (const [name, value] of given.multipart) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, new File([decode(value.base64)], value.filename, { type: value.type }));
    }
    return form;
  };
  /** The entry of a request is there only some time after its body has been read. */
  const timing = (): Promise<PerformanceResourceTiming> =>
    new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const entry = list.getEntries().find(({ name }) => name === url);
        if (!entry) return;
        observer.disconnect();
        resolve(entry as PerformanceResourceTiming);
      });
      observer.observe({ type: 'resource', buffered: true });
    });
  const describe = async ({ type }: Response): Promise<[name: string, value: string][]> => [
    ['Response-Type', type],
    ['Redirect-Timing', (await timing()).redirectStart > 0 ? 'shown' : 'zero'],
  ];
  try {
    const response = await fetch(url, {
      ...init,
      signal: controller.signal,
      ...(body && { body: make(body), ...('stream' in body && { duplex: 'half' }) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      headers: [...response.headers, ...(isDescribed ? await describe(response) : [])],
      body: bytes.toBase64(),
      url: response.url,
      redirected: response.redirected,
    };
  } catch (error) {
    const { name, message } = error as Error;
    return { thrown: { name, message } };
  } finally {
    calls.delete(id);
  }
}

/** Runs in the page: its caller aborts a call. */
export function abortInPage({ id, isTimeout }: { readonly id: number; readonly isTimeout: boolean }): void {
  const reason = isTimeout ? new DOMException('The operation was aborted due to timeout', 'TimeoutError') : undefined;
  (globalThis as { calls?: Map<number, AbortController> }).calls?.get(id)?.abort(reason);
}
