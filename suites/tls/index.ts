import type { Suite } from '../vocabulary/scenario.ts';
import { certificates } from './certificates.ts';
import { clientCertificates } from './client-certificates.ts';
import { hstsScenarios } from './hsts.ts';
import { serverNames } from './names.ts';
import { plainPorts } from './plain-ports.ts';

export const tlsSuite: Suite = {
  id: 'tls',
  title: 'TLS',
  scenarios: [...certificates, ...plainPorts, ...serverNames, ...clientCertificates, ...hstsScenarios],
};
