/** How long servers may see no byte, and how long a call may take in total, in milliseconds. */
interface Limits {
  readonly idle: number;
  readonly call: number;
}

const defaultLimits: Limits = { idle: 3_000, call: 15_000 };

/** Settles once nothing has happened for too long, or the call has taken too long; never after `stop`. */
function deadline(
  lastActivity: () => number,
  { idle, call }: Limits,
): { readonly passed: Promise<'hung'>; readonly stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<'hung'>();
  const start = performance.now();
  let timer: NodeJS.Timeout;
  const check = (): void => {
    const now = performance.now();
    const left = Math.min(Math.max(lastActivity(), start) + idle - now, start + call - now);
    if (left <= 0) resolve('hung');
    else timer = setTimeout(check, left);
  };
  check();
  return { passed: promise, stop: () => clearTimeout(timer) };
}

/** What a promise settles with, or `hung` if a deadline passes before. */
export async function orHung<T>(
  promise: Promise<T>,
  lastActivity: () => number = () => 0,
  limits: Limits = defaultLimits,
): Promise<T | 'hung'> {
  const { passed, stop } = deadline(lastActivity, limits);
  return Promise.race([promise, passed]).finally(stop);
}
