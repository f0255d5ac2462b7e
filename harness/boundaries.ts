import type { RecordedRequest } from '../suites/vocabulary/observation.ts';

const boundaryIn = ({ headers }: RecordedRequest): readonly string[] =>
  headers.flatMap(([name, value]) => {
    const [, boundary] = /^content-type$/i.test(name) ? (/boundary="?([^";]+)/.exec(value) ?? []) : [];
    return boundary === undefined ? [] : [boundary];
  });

/** Requests in which the boundaries that clients draw at random have names of their own, the same in every run. */
export function nameBoundaries(requests: readonly RecordedRequest[]): readonly RecordedRequest[] {
  const boundaries = [...new Set(requests.flatMap(boundaryIn))];
  if (boundaries.length === 0) return requests;
  const named = boundaries.reduce(
    (text, boundary, index) => text.replaceAll(boundary, `boundary-${index + 1}`),
    JSON.stringify(requests),
  );
  return JSON.parse(named) as readonly RecordedRequest[];
}
