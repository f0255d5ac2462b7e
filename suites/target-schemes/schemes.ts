import { may, must, should } from '../rulings.ts';
import { attempted, notFollowed, redirect, refused, to } from '../location-resolution/answers.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';

type Row = readonly [name: string, title: string, location: Template, row: string, alsoSpoken?: string];

const byFtp = 'RFC 9110 leaves a target of another scheme to whoever knows it; curl fetches ftp, unless told otherwise.';

const targets: readonly Row[] = [
  ['data', 'data:', 'data:text/plain,opened', 'ls-data'],
  ['data-base64', 'data: in base64', 'data:text/html;base64,b3BlbmVk', 'ls-data'],
  ['file', 'file:', 'file:///etc/hostname', 'ls-file'],
  ['file-with-host', 'file: with a host', 'file://localhost/etc/hostname', 'ls-file'],
  ['javascript', 'javascript:', "javascript:fetch('{home}/stolen')", 'ls-about-blob-mailto'],
  ['about', 'about:', 'about:blank', 'ls-about-blob-mailto'],
  ['blob', 'blob:', 'blob:{home}/8f2c6a1e-0000-4000-8000-000000000000', 'ls-about-blob-mailto'],
  ['mailto', 'mailto:', 'mailto:someone@{home.host}', 'ls-about-blob-mailto'],
  ['urn', 'urn:', 'urn:isbn:0451450523', 'ls-about-blob-mailto'],
  ['unknown', 'a scheme that nobody knows', 'g:h', 'ls-about-blob-mailto'],
  ['ftp', 'ftp:', 'ftp://{home.host}/file', 'ls-ftp', byFtp],
  ['tel', 'tel:', 'tel:+15550100', 'ls-custom-app'],
  ['market', 'an app store', 'market://details?id=app', 'ls-custom-app'],
  ['typo', 'a misspelt http', 'htt://{home.host}/target', 'ls-typo'],
  ['ws', 'ws:', 'ws://{home.host}/target', 'ls-websocket'],
  ['wss', 'wss:', 'wss://{home.host}/target', 'ls-websocket'],
  ['gopher', 'gopher:', 'gopher://{home.host}/1', 'ls-gopher-other', byFtp],
  ['unix', 'unix:', 'unix:/run/service.sock:/target', 'ls-unix-socket'],
  ['http-and-unix', 'http+unix:', 'http+unix://%2Frun%2Fservice.sock/target', 'ls-unix-socket'],
];

const httpOnly = (disputed?: string): readonly Ruling[] => [
  must('strict/http-targets-only', notFollowed),
  must('fetch/http-targets-only', refused),
  should('convention/no-local-target', notFollowed, disputed),
];

/** `http://unix:/…` names a host to any parser of URLs, and a socket to some clients. */
const socketInDisguise = 'An http URL of the host unix to the URL Standard; some clients read it as a path to a socket.';

export const schemes: readonly Scenario[] = [
  ...targets.map(([name, title, location, row, disputed]) =>
    redirect({
      id: `target-schemes/${name}`,
      title: `A redirect to ${title}`,
      answer: to(location),
      covers: [row],
      rulings: httpOnly(disputed),
    }),
  ),
  redirect({
    id: 'target-schemes/socket-as-host',
    title: 'A redirect to a socket, written as an http URL',
    answer: to('http://unix:/run/service.sock:/target'),
    covers: ['ls-unix-socket'],
    rulings: [
      may('fetch/http-targets-only', [attempted, ...refused], socketInDisguise),
      may('rfc9110/302-may-follow', [attempted, ...notFollowed], socketInDisguise),
    ],
  }),
  redirect({
    id: 'target-schemes/host-named-unix',
    title: 'A redirect to a host named unix',
    answer: to('http://unix/target'),
    covers: ['ls-host-named-unix'],
    rulings: [must('fetch/follows-by-default', attempted), may('rfc9110/302-may-follow', [attempted, ...notFollowed])],
  }),
];
