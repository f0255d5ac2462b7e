import type { Suite } from '../vocabulary/scenario.ts';
import { certificates } from './certificates.ts';
import { hstsScenarios } from './hsts.ts';
import { serverNames } from './names.ts';

export const tlsSuite: Suite = { id: 'tls', title: 'TLS', scenarios: [...certificates, ...serverNames, ...hstsScenarios] };
