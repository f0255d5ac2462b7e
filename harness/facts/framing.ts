import { nameOfMock } from '../../suites/vocabulary/mock.ts';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

function describeFraming({ headers, complete }: RecordedRequest): string {
  const lengths = valuesOf(headers, 'content-length');
  const isChunked = valuesOf(headers, 'transfer-encoding').length > 0;
  if (isChunked) return lengths.length > 0 ? 'both' : 'chunked';
  if (lengths.length === 0) return 'none';
  if (!complete) return 'content-length, body missing';
  return lengths.join() === '0' ? 'content-length: 0' : 'content-length';
}

export const framing: Reader<'framing'> = (fact, evidence) =>
  evidence.transport === 'wire'
    ? ifRequested(fact, evidence, (request) => found(describeFraming(request)))
    : { none: 'transport', because: `${nameOfMock[evidence.transport]} shows no framing` };
