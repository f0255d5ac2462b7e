import { nginx308WithoutLocation, nginxRedirectOf2018 } from '../builders/nginx-redirect.ts';
import type { Answer } from '../vocabulary/answer.ts';
import type { PathPlace } from '../vocabulary/origin.ts';

/** A phase of the move. */
export interface Phase {
  readonly name: string;
  readonly title: string;
  readonly status: 301 | 302 | 307 | 308;
  readonly isFollowable: boolean;
  /** What the old domain answers where the new one is at this place. */
  readonly answer: (to: PathPlace) => Answer;
  /** What the service wrote of this phase, in our words. */
  readonly says: string;
}

/** Code on an edge server, which adds no body. */
const byEdge =
  (status: 301 | 308) =>
  (to: PathPlace): Answer => ({
    status,
    headers: [
      ['Date', 'Tue, 03 Apr 2018 09:00:00 GMT'],
      ['Location', to],
      ['Server', 'cloudflare'],
    ],
  });

const byNginx =
  (status: Phase['status']) =>
  (to: PathPlace): Answer =>
    nginxRedirectOf2018(status, to);

/** In the order of the account. */
export const phases: readonly Phase[] = [
  {
    name: '302',
    title: 'A 302, which can be taken back',
    status: 302,
    isFollowable: true,
    answer: byNginx(302),
    says: 'a first step that can be taken back; a POST becomes a GET, and its report is lost without an error',
  },
  {
    name: '301',
    title: 'A 301, which is permanent',
    status: 301,
    isFollowable: true,
    answer: byNginx(301),
    says: 'browsers may remember it and spare the old domain; reports are lost as with 302',
  },
  {
    name: '307',
    title: 'A 307 in place of the 302',
    status: 307,
    isFollowable: true,
    answer: byNginx(307),
    says: 'method and payload are kept, so every report arrives; the old domain answers each of them',
  },
  {
    name: '308-without-location',
    title: 'A 308 of nginx 1.12, which has no Location',
    status: 308,
    isFollowable: false,
    answer: nginx308WithoutLocation,
    says: 'browsers stop following: this nginx does not know 308 and sends no Location',
  },
  {
    name: '308',
    title: 'A 308 of nginx 1.13 in place of the 301',
    status: 308,
    isFollowable: true,
    answer: byNginx(308),
    says: 'permanent, and method and payload are kept',
  },
  {
    name: '308-edge',
    title: 'A 308 of code on an edge server',
    status: 308,
    isFollowable: true,
    answer: byEdge(308),
    says: 'every report arrives, and the edge takes the load of the redirects off the old origin',
  },
  {
    name: '301-edge',
    title: 'A 301 of an edge server whose rules know only 301 and 302',
    status: 301,
    isFollowable: true,
    answer: byEdge(301),
    says: 'page rules of the edge cannot keep a payload, so they are no way out',
  },
];
