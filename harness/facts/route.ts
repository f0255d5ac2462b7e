import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

const describeRoute = ({ via }: RecordedRequest): string =>
  via ? `via ${via.proxy}${via.tunnel ? ', by tunnel' : ''}` : 'direct';

export const route: Reader<'route'> = (fact, evidence) => ifRequested(fact, evidence, (request) => found(describeRoute(request)));
