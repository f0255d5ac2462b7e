import type { Answer } from '../../suites/vocabulary/answer.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { EdgeResult, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { OriginName } from '../../suites/vocabulary/origin.ts';
import type { ScenarioEvent } from '../../suites/vocabulary/scenario.ts';
import { urlOf } from '../concrete/names.ts';
import type { RequestHead } from './connection.ts';
import { Edge } from './edge.ts';
import { keep } from './kept-bytes.ts';
import type { RoutedAnswer, Router } from './router.ts';

interface Setting {
  readonly at: OriginName;
  readonly origin: OriginName;
  readonly events: readonly ScenarioEvent[];
  readonly scenarioId: string;
  readonly router: Router;
}

type AnsweredBy = Pick<RecordedRequest, 'answeredBy'>;

/** What came of a request at an edge server. */
export interface Relayed extends AnsweredBy {
  readonly answer: Answer;
  readonly edge: EdgeResult;
  /** The request that the edge server sent to the origin, if it asked. */
  readonly asked?: RecordedRequest;
}

/** What CloudFront sends to its origin unless it is told to send more: no field of the client. */
const edgeRequestFields: HeaderFields = [
  ['User-Agent', 'Amazon CloudFront'],
  ['Via', '1.1 8a7f0e4c5d6b.cloudfront.net (CloudFront)'],
];

const notFound: Answer = { status: 404 };

const answeredBy = (routed: RoutedAnswer | undefined): AnsweredBy =>
  routed ? { answeredBy: { place: routed.place, case: routed.case } } : {};

/** The edge server of a scenario, with what happens to it between the calls. It asks the origin without a connection. */
export class EdgeServer {
  readonly at: OriginName;
  readonly #edge = new Edge();
  readonly #setting: Setting;
  /** Which route answered last, by path. */
  readonly #sources = new Map<string, AnsweredBy>();

  constructor(setting: Setting) {
    this.at = setting.at;
    this.#setting = setting;
  }

  /** Lets happen what is to happen before a call. */
  begin(call: number): void {
    for (const { beforeCall, seconds, invalidate } of this.#setting.events) {
      if (beforeCall !== call) continue;
      if (seconds !== undefined) this.#edge.advance(seconds);
      if (invalidate !== undefined) this.#edge.invalidate(invalidate);
    }
  }

  /** Answers a request, and asks the origin if need be. */
  relay({ method }: RequestHead, target: string, body: Buffer): Relayed {
    const { origin, scenarioId, router } = this.#setting;
    let asked: RecordedRequest | undefined;
    const { result, answer } = this.#edge.answer(method, target, (conditions) => {
      const headers = [...edgeRequestFields, ...conditions];
      const routed = router.answerTo(urlOf(origin, scenarioId) + target, { method, headers });
      const came = { connection: null, httpVersion: null, head: null, method, target, headers };
      asked = { origin, ...came, body: keep(body), complete: true, ...answeredBy(routed) };
      return routed?.answer ?? notFound;
    });
    if (asked && result === 'Miss') this.#sources.set(target, asked.answeredBy ? { answeredBy: asked.answeredBy } : {});
    return { answer, edge: result, ...this.#sources.get(target), ...(asked && { asked }) };
  }
}
