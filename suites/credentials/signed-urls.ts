import { may, must, not } from '../rulings/ruling.ts';
import type { Case, Route } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario, type Spec } from '../builders/scenario.ts';
import { acceptedAt, byOption, inUrl, withoutAuthorization } from './basic.ts';

const signed: Place = '{other}/file?signature=1';
const signedBelow: Place = '{sub}/file?signature=1';

/** A request with any Authorization has one credential too many. */
const refused: Case = {
  when: { header: { name: 'authorization', includes: '' } },
  answer: { status: 400, body: 'only one credential allowed' },
};

const storage: Route = [refused, { answer: { status: 200, body: 'a file' } }];

const arrived = (status: 302 | 307): readonly RulingOn<'outcome'>[] => [
  must('fetch/authorization-dropped-cross-origin', 'returned 200'),
  // What the storage answers to credentials that were kept is not the subject of RFC 9110.
  may(`rfc9110/${status}-may-follow`, ['returned 200', 'returned 400', `returned ${status}`]),
  must('adr-016/rule-6', 'returned 200'),
  must('strict/credentials-stay-at-their-origin', 'returned 200'),
];

const toSpec = (name: string, title: string, status: 302 | 307, call: Partial<Call>, to: Place = signed): Spec => ({
  id: `credentials/signed-url-${name}`,
  title,
  routes: { '{home}/file': { status, location: to }, [to]: storage },
  call: { method: 'GET', url: '{home}/file', ...call },
  covers: ['a-cross-host-stripped', 's3-presigned-conflict', ...('auth' in call ? ['a-basic-option-not-readded'] : [])],
  checks: [{ fact: { kind: 'outcome' }, given: acceptedAt('{home}/file'), rulings: arrived(status) }],
});

/**
 * A signature is valid for one method, so the storage refuses a HEAD. The caller gets this answer. What the storage says to
 * a client that kept its credentials does not follow from the rule for the method.
 */
const head: Scenario = scenario({
  id: 'credentials/signed-url-head',
  title: 'HEAD answered by a 307 to a URL that is signed for GET',
  routes: {
    '{home}/file': { status: 307, location: signed },
    [signed]: [refused, { when: { method: 'GET' }, answer: { status: 200, body: 'a file' } }, { answer: { status: 403 } }],
  },
  call: { method: 'HEAD', url: '{home}/file' },
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [
        must('fetch/authorization-dropped-cross-origin', 'returned 403'),
        may('rfc9110/307-may-follow', ['returned 403', 'returned 400', 'returned 307']),
        must('adr-016/rule-1', ['returned 403', 'returned 400']),
        must('adr-016/rule-6', not('returned 400')),
      ],
    },
    {
      fact: { kind: 'request', at: signed },
      rulings: [
        must('fetch/method-kept', 'HEAD, no body'),
        must('rfc9110/307-keeps-method', 'HEAD, no body'),
        must('adr-016/rule-4', 'HEAD, no body'),
      ],
    },
    { fact: { kind: 'requests', at: signed }, rulings: [may('rfc9110/307-may-follow', ['0', '1'])] },
  ],
});

/** Storage that uses the signature in its URL as the credential, and refuses a request with a second one. */
export const signedUrls: readonly Scenario[] = [
  scenario(toSpec('download', 'Download from storage that refuses a second credential', 302, {})),
  scenario(
    toSpec('upload', 'Upload to storage that refuses a second credential', 307, { method: 'PUT', body: 'a file of my own' }),
  ),
  scenario(toSpec('registry', 'Layer of a container image from storage that refuses a second credential', 307, {})),
  scenario(toSpec('subdomain', 'Download from storage at a subdomain that refuses a second credential', 302, {}, signedBelow)),
  head,
  withoutAuthorization(
    toSpec('option', 'Download from storage that refuses a second credential, with a password as an option', 302, byOption),
  ),
  withoutAuthorization(
    toSpec('userinfo', 'Download from storage that refuses a second credential, with a password in the first URL', 302, inUrl),
  ),
];
