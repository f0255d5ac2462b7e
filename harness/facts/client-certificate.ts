import { found, ifRequested, onWire, type Reader } from './evidence.ts';

export const clientCertificate: Reader<'client-certificate'> = (fact, evidence) =>
  onWire(evidence, () =>
    ifRequested(fact, evidence, (request) => found(request.clientCertificate === undefined ? 'absent' : 'sent')),
  );
