import { render } from '../network/render.ts';
import { found, onWire, requestsAt, type Reader } from './evidence.ts';

/** Answers over HTTP/1.1 are the same bytes each time; over HTTP/2 fields are compressed, and this is not asked. */
export const answerBytes: Reader<'answer-bytes'> = ({ at }, evidence) =>
  onWire(evidence, () => {
    const route = evidence.concrete.routes.find(({ place }) => place === at);
    const sizes = requestsAt(at, evidence.observation).map(({ method, answeredBy, answer }) => {
      if (answer) return answer.head.length + answer.body.length;
      const chosen = answeredBy && route?.cases[answeredBy.case];
      return chosen ? render(chosen.answer, method).bytes.length : 0;
    });
    return found(String(sizes.reduce((sum, size) => sum + size, 0)));
  });
