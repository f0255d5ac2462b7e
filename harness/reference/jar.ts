import { Cookie, CookieJar, defaultPath } from 'tough-cookie';

const isSecure = ({ protocol }: URL): boolean => protocol === 'https:';

const valueOf = (attribute: string): string => attribute.replace(/^[^=]*=?/, '').trim();

/** The attributes of a Set-Cookie field that count: RFC 6265bis section 5.6 ignores those of more than 1024 octets. */
function withoutLongAttributes(value: string): string {
  const [pair = '', ...attributes] = value.split(';');
  return [pair, ...attributes.filter((attribute) => valueOf(attribute).length <= 1024)].join(';');
}

/** Whether the last Domain of a Set-Cookie field is empty, so that the cookie has none; RFC 6265bis section 5.7, step 7. */
const hasEmptyDomain = (value: string): boolean => {
  const domains = [...value.matchAll(/; *domain *=([^;]*)/gi)].map(([, domain = '']) => domain.trim().replace(/^\./, ''));
  return domains.at(-1) === '';
};

/** Whether a cookie has no Domain, or one that covers the host; RFC 6265bis section 5.1.3. */
const coversHost = ({ domain }: Cookie, { hostname }: URL): boolean =>
  domain === null || hostname === domain || hostname.endsWith(`.${domain}`);

const nameOf = (pair: string): string => pair.split('=', 1).join();

/** Whether a cookie has the attributes that a prefix of its name requires; RFC 6265bis section 5.4. */
function satisfiesItsPrefix({ key, secure, domain, path }: Cookie): boolean {
  if (/^__host-/i.test(key)) return secure && domain === null && path === '/';
  return secure || !/^__secure-/i.test(key);
}

/** A cookie jar by RFC 6265bis; tough-cookie alone implements RFC 6265. */
export class Jar {
  // Loose: a cookie may have no name.
  readonly #jar = new CookieJar(undefined, { looseMode: true });

  /** The Cookie field of a request. A cookie of the jar replaces one of the same name that the caller set. */
  async cookieFor(url: URL, own: readonly string[]): Promise<string> {
    const pairs = await this.#pairsFor(url);
    const taken = new Set(pairs.map(nameOf));
    const others = own.flatMap((value) => value.split('; ')).filter((pair) => !taken.has(nameOf(pair)));
    return [...others, ...pairs].join('; ');
  }

  /** Stores the cookie of one Set-Cookie field, or ignores it. */
  async receive(value: string, url: URL): Promise<void> {
    const counted = withoutLongAttributes(value);
    const cookie = Cookie.parse(counted, { loose: true });
    if (cookie && hasEmptyDomain(counted)) cookie.domain = null;
    if (!cookie || !(await this.#accepts(cookie, url))) return;
    await this.#jar.setCookie(cookie, url.href, { ignoreError: true });
  }

  async #pairsFor(url: URL): Promise<readonly string[]> {
    return (await this.#jar.getCookies(url.href)).map((cookie) => cookie.cookieString());
  }

  /** RFC 6265bis section 5.6 and 5.7: steps that RFC 6265 does not have. */
  async #accepts(cookie: Cookie, url: URL): Promise<boolean> {
    const length = cookie.key.length + cookie.value.length;
    return (
      length > 0 &&
      length <= 4096 &&
      coversHost(cookie, url) &&
      satisfiesItsPrefix(cookie) &&
      !(await this.#overridesSecure(cookie, url))
    );
  }

  /** Whether a cookie that came by plain http would replace or hide a Secure cookie. */
  async #overridesSecure({ key, path }: Cookie, url: URL): Promise<boolean> {
    if (isSecure(url)) return false;
    const covered = `https://${url.host}${path ?? defaultPath(url.pathname)}`;
    return (await this.#jar.getCookies(covered)).some((cookie) => cookie.key === key && cookie.secure);
  }
}
