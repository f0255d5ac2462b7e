import { secretFields } from '../builders/scenario.ts';
import { canaryRulings } from '../rulings/canaries.ts';
import type { Check } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { originOf, type Place, relation } from '../vocabulary/origin.ts';

const named = ['authorization', 'cookie', 'proxy-authorization'] as const;

/** Credentials in fields that a text names, for clients whose API takes fields. */
export const namedSecrets: HeaderFields = named.map((secret) => secretFields[secret]);

/** Whether they arrive at the target of a redirect that leaves the origin. */
export const namedSecretsAt = (from: Place, to: Place): readonly Check[] =>
  named.map((secret): Check => ({
    fact: { kind: 'canary', secret, at: originOf(to) },
    rulings: canaryRulings(secret, relation(originOf(from), originOf(to))),
  }));
