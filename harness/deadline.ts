/** How long servers may see no byte, and how long a call may take in all, in milliseconds. */
interface Patience {
  readonly idle: number;
  readonly call: number;
}

const patience: Patience = { idle: 3_000, call: 15_000 };

/** Settles once nothing has happened for too long, or the call has taken too long; never after `stop`. */
function deadline(
  lastActivity: () => number,
  { idle, call }: Patience = patience,
): { readonly passed: Promise<'hung'>; readonly stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<'hung'>();
  const start = performance.now();
  let timer: NodeJS.Timeout;
  const look = (): void => {
    const now = performance.now();
    const left = Math.min(Math.max(lastActivity(), start) + idle - now, start + call - now);
    if (left <= 0) resolve('hung');
    else timer = setTimeout(look, left);
  };
  look();
  return { passed: promise, stop: () => clearTimeout(timer) };
}

/** What a promise settles with; `hung` where nothing has happened for too long by then, or it takes too long. */
export async function orHung<T>(
  promise: Promise<T>,
  lastActivity: () => number = () => 0,
  limits: Patience = patience,
): Promise<T | 'hung'> {
  const { passed, stop } = deadline(lastActivity, limits);
  return Promise.race([promise, passed]).finally(stop);
}
