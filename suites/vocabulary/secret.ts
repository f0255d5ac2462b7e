/** A credential that a scenario plants. Every request in which it arrives is recorded. */
export const secrets = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key'] as const;
export type Secret = (typeof secrets)[number];
