import { Cookie, CookieJar, defaultPath } from 'tough-cookie';

const isSecure = ({ protocol }: URL): boolean => protocol === 'https:';

const nameOf = (pair: string): string => pair.split('=', 1).join();

/** What the name of a cookie promises, in any letter case; RFC 6265bis section 5.4. */
function keepsItsPromise({ key, secure, domain, path }: Cookie): boolean {
  if (/^__host-/i.test(key)) return secure && domain === null && path === '/';
  return secure || !/^__secure-/i.test(key);
}

/** A cookie jar as RFC 6265bis has it, where tough-cookie still does as RFC 6265. */
export class Jar {
  // Loose: a cookie may have no name.
  readonly #jar = new CookieJar(undefined, { looseMode: true });

  /** The Cookie field of a request; a cookie of the jar takes the place of one that the caller wrote. */
  async cookieFor(url: URL, own: readonly string[]): Promise<string> {
    const pairs = await this.#pairsFor(url);
    const taken = new Set(pairs.map(nameOf));
    const others = own.flatMap((value) => value.split('; ')).filter((pair) => !taken.has(nameOf(pair)));
    return [...others, ...pairs].join('; ');
  }

  /** Stores the cookie of one Set-Cookie field, or ignores it. */
  async receive(value: string, url: URL): Promise<void> {
    const cookie = Cookie.parse(value, { loose: true });
    if (!cookie || !(await this.#accepts(cookie, url))) return;
    await this.#jar.setCookie(cookie, url.href, { ignoreError: true });
  }

  async #pairsFor(url: URL): Promise<readonly string[]> {
    return (await this.#jar.getCookies(url.href)).map((cookie) => cookie.cookieString());
  }

  /** RFC 6265bis section 5.6 and 5.7, steps that RFC 6265 does not have. */
  async #accepts(cookie: Cookie, url: URL): Promise<boolean> {
    const length = cookie.key.length + cookie.value.length;
    return length > 0 && length <= 4096 && keepsItsPromise(cookie) && !(await this.#meddles(cookie, url));
  }

  /** Whether plain http would replace a Secure cookie, or overlay it. */
  async #meddles({ key, path }: Cookie, url: URL): Promise<boolean> {
    if (isSecure(url)) return false;
    const covered = `https://${url.host}${path ?? defaultPath(url.pathname)}`;
    return (await this.#jar.getCookies(covered)).some((cookie) => cookie.key === key && cookie.secure);
  }
}
