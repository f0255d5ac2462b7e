import { must, should } from '../rulings.ts';
import { whateverBody } from '../request-bodies/bodies.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { RawAnswer } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

export type Status = RedirectStatus;

const titles: Readonly<Record<Status, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
};

/** `return <status> <url>;` by nginx, byte for byte. A 302 is called otherwise in its status line than on its page; 308 came with 1.13.0. */
export function nginxRedirect(status: Status, to: Place): RawAnswer {
  const version = status === 308 ? 'nginx/1.13.0' : 'nginx/1.12.2';
  const title = `${status} ${titles[status]}`;
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

/** The request behind a 307 or 308 within one origin: all of it, once more. */
export const resent = (status: 307 | 308): readonly Ruling[] => [
  must('fetch/body-resent', 'POST, same body'),
  must(`rfc9110/${status}-keeps-method`, whateverBody('POST')),
  should('rfc9110/request-resent', 'POST, same body'),
  must(status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5', 'POST, same body'),
];
