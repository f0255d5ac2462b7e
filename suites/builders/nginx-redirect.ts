import type { RawAnswer } from '../vocabulary/answer.ts';
import { isBefore, type Nginx } from '../vocabulary/nginx.ts';
import { originNamed, originOf, pathOf, type PathPlace, type Place } from '../vocabulary/origin.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

const reasons: Readonly<Record<RedirectStatus, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
};

/** The version of Debian 12. Its redirects are those of every version from 1.15.4 to 1.31. */
const NGINX_VERSION = '1.22.1';

/** The first version for which a 308 is a redirect. */
const FIRST_WITH_308 = '1.13.0';

/** The first version whose pages have no colour. */
const FIRST_WITHOUT_COLOUR = '1.15.4';

/** What an operator writes to make nginx redirect. */
const ways = {
  return: (status, to) => ({ directives: `return ${status} ${to};` }),
  rewrite: (status, to) => ({ directives: `rewrite ^ ${to} ${status === 301 ? 'permanent' : 'redirect'};` }),
  'error page': (status, to) => ({ directives: `error_page 404 =${status} ${to}; return 404;` }),
  folder: () => ({ folder: true }),
} as const satisfies Readonly<Record<string, (status: RedirectStatus, to: string) => Nginx>>;

/** How nginx comes to redirect. */
export interface RedirectOfNginx {
  /** Default: `return`. nginx knows only 301 for a folder, and 301 and 302 for `rewrite`. */
  readonly by?: keyof typeof ways;
  /** The target as the operator writes it, with the variables of nginx. Default: the place itself. */
  readonly written?: string;
  readonly version?: string;
}

/**
 * A redirect of nginx, byte for byte. A 302 has one reason phrase in its status line and another on its page. Location
 * comes last, or before Connection where nginx itself made the path absolute.
 */
export function nginxRedirect(
  status: RedirectStatus,
  to: Place,
  { by = 'return', written = to, version = NGINX_VERSION }: RedirectOfNginx = {},
): RawAnswer {
  const title = `${status} ${reasons[status]}`;
  const page = [
    '<html>',
    `<head><title>${title}</title></head>`,
    isBefore(version, FIRST_WITHOUT_COLOUR) ? '<body bgcolor="white">' : '<body>',
    `<center><h1>${title}</h1></center>`,
    `<hr><center>nginx/${version}</center>`,
    '</body>',
    '</html>',
    '',
  ].join('\r\n');
  const location = `Location: ${to}`;
  const connection = 'Connection: keep-alive';
  const head = [
    `HTTP/1.1 ${status === 302 ? '302 Moved Temporarily' : title}`,
    `Server: nginx/${version}`,
    'Date: Tue, 03 Apr 2018 09:00:00 GMT',
    'Content-Type: text/html',
    `Content-Length: ${page.length}`,
    ...(by === 'folder' ? [location, connection] : [connection, location]),
  ];
  return {
    raw: [...head, '', page].join('\r\n'),
    nginx: { ...ways[by](status, written), ...(status === 308 && { since: FIRST_WITH_308 }) },
  };
}

/** The redirect of a version that was in use in 2018. */
export const nginxRedirectOf2018 = (status: RedirectStatus, to: Place): RawAnswer =>
  nginxRedirect(status, to, { version: status === 308 ? FIRST_WITH_308 : '1.12.2' });

/** The length of the URL of a place: every label has six letters. */
const lengthOf = (place: PathPlace): number => {
  const { scheme, host, domain = '.test' } = originNamed(originOf(place));
  return `${scheme}://${host}-123456${domain}${pathOf(place)}`.length;
};

/** The response of nginx 1.12.2 to `return 308 <url>;`, byte for byte: it knows no such redirect, and sends the URL as the body. */
export const nginx308WithoutLocation = (to: PathPlace): RawAnswer => ({
  raw: [
    'HTTP/1.1 308 ',
    'Server: nginx/1.12.2',
    'Date: Tue, 03 Apr 2018 09:00:00 GMT',
    'Content-Type: application/octet-stream',
    `Content-Length: ${lengthOf(to)}`,
    'Connection: keep-alive',
    '',
    to,
  ].join('\r\n'),
  nginx: { directives: `return 308 ${to};`, before: FIRST_WITH_308 },
});
