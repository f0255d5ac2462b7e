import type { Suite } from '../vocabulary/scenario.ts';
import { certificates } from './certificates.ts';
import { hsts } from './hsts.ts';
import { names } from './names.ts';

export const tls: Suite = { id: 'tls', title: 'TLS', scenarios: [...certificates, ...names, ...hsts] };
