import type { RowId } from '../coverage/behaviours/index.ts';
import { attempted, notFollowed, refused } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

type Row = readonly [name: string, title: string, location: Template, covers: RowId, disputed?: string];

const byFtp = 'RFC 9110 does not restrict targets of other schemes. curl fetches ftp by default.';

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
  ['unknown', 'an unknown scheme', 'g:h', 'ls-about-blob-mailto'],
  ['ftp', 'ftp:', 'ftp://{home.host}/file', 'ls-ftp', byFtp],
  ['tel', 'tel:', 'tel:+15550100', 'ls-custom-app'],
  ['market', 'an app store', 'market://details?id=app', 'ls-custom-app'],
  ['typo', 'a misspelled http', 'htt://{home.host}/target', 'ls-typo'],
  ['ws', 'ws:', 'ws://{home.host}/target', 'ls-websocket'],
  ['wss', 'wss:', 'wss://{home.host}/target', 'ls-websocket'],
  ['ws-in-upper-case', 'ws: in upper case', 'WS://{home.host}/target', 'ls-websocket'],
  ['gopher', 'gopher:', 'gopher://{home.host}/1', 'ls-gopher-other', byFtp],
  ['unix', 'unix:', 'unix:/run/service.sock:/target', 'ls-unix-socket'],
  ['host-and-port', 'a host and port without a scheme', '{home.host}:8080/target', 'ls-typo'],
  ['name-and-port', 'a name and a port without a scheme', 'localhost:8080', 'ls-typo'],
  ['first-segment-with-colon', 'a path with a colon in its first segment', 'a:b/c', 'ls-typo'],
  ['upper-case-scheme', 'an ftp URL whose scheme is in upper case', 'FTP://{home.host}/file', 'ls-ftp', byFtp],
  ['http-and-unix', 'http+unix:', 'http+unix://%2Frun%2Fservice.sock/target', 'ls-unix-socket'],
];

const httpOnly = (disputed?: string): readonly RulingOn<'next'>[] => [
  must('strict/http-targets-only', notFollowed),
  must('fetch/http-targets-only', refused),
  should('convention/no-local-target', notFollowed, disputed),
];

/** `http://unix:/…` names a host in the URL Standard, and a socket for some clients. */
const socketOrHost = 'In the URL Standard this is an http URL with the host unix. Some clients read it as a path to a socket.';

const toScenario = ([name, title, location, row, disputed]: Row): Scenario =>
  redirect({
    id: `target-schemes/${name}`,
    title: `A redirect to ${title}`,
    answer: to(location),
    covers: [row],
    rulings: httpOnly(disputed),
  });

/** Redirects to other schemes than http and https. */
export const schemes: readonly Scenario[] = [
  ...targets.map(toScenario),
  redirect({
    id: 'target-schemes/socket-as-host',
    title: 'A redirect to a socket, written as an http URL',
    answer: to('http://unix:/run/service.sock:/target'),
    covers: ['ls-unix-socket'],
    rulings: [
      must('fetch/follows-by-default', attempted, socketOrHost),
      may('rfc9110/302-may-follow', [attempted, ...notFollowed], socketOrHost),
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
