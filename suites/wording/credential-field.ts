/** Names of fields whose values let their bearer in, as far as a name can tell. */
const CREDENTIAL = /^(proxy-)?authorization$|^cookie2?$|api-?key|token|secret|signature|subscription-key|(^|-)auth(-|$)/i;

/** Whether a field is likely to carry a credential. */
export const isCredentialField = (name: string): boolean => CREDENTIAL.test(name);
