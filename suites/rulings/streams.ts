import { must } from './ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';

const overHttp1 =
  'Over HTTP/1.1 Fetch refuses such a body before the first request. Libraries send it, also those with the interface of Fetch.';

/** A body that can be read once, before a redirect that does not need it again: over HTTP/1.1 a network error, or followed. */
export const streamFollowedOverHttp1: RulingOn<'followed'> = must(
  'fetch/stream-body-needs-http2',
  ['followed', 'any error'],
  overHttp1,
);

/** The same over HTTP/2, which has room for such a body. */
export const streamFollowedOverHttp2: RulingOn<'followed'> = must('fetch/stream-body-passes-303', 'followed');

/** A body that can be read once, and redirects that are not to be followed: over HTTP/1.1 a network error, or handed over. */
export const streamHandedOver = (status: number): RulingOn<'outcome'> =>
  must('fetch/stream-body-needs-http2', ['returned 0', `returned ${status}`, 'any error'], overHttp1);
