import type { RawAnswer } from '../vocabulary/answer.ts';
import { originNamed, originOf, pathOf, type PathPlace, type Place } from '../vocabulary/origin.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

const reasons: Readonly<Record<RedirectStatus, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
};

/**
 * The response of nginx to `return <status> <url>;`, byte for byte. A 302 has one reason phrase in its status line and
 * another on its page. 308 is supported since 1.13.0.
 */
export function nginxRedirect(status: RedirectStatus, to: Place): RawAnswer {
  const version = status === 308 ? 'nginx/1.13.0' : 'nginx/1.12.2';
  const title = `${status} ${reasons[status]}`;
  const page = [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body bgcolor="white">',
    `<center><h1>${title}</h1></center>`,
    `<hr><center>${version}</center>`,
    '</body>',
    '</html>',
    '',
  ].join('\r\n');
  const head = [
    `HTTP/1.1 ${status === 302 ? '302 Moved Temporarily' : title}`,
    `Server: ${version}`,
    'Date: Tue, 03 Apr 2018 09:00:00 GMT',
    'Content-Type: text/html',
    `Content-Length: ${page.length}`,
    'Connection: keep-alive',
    `Location: ${to}`,
  ];
  return { raw: [...head, '', page].join('\r\n') };
}

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
});
