import { policyClient, ruleBooks } from '../../harness/policy/index.ts';

const record = ruleBooks['adr-016'];

/** ADR-016 of docs/examples/otherwise.json: what the record leaves open is decided otherwise. */
export default policyClient({
  ...record,
  name: 'otherwise',
  // Every method but HEAD becomes GET on 301 and 302, and on 303 HEAD too.
  methodAfter: (status, method) => {
    if (status === 303) return 'GET';
    return method !== 'HEAD' && (status === 301 || status === 302) ? 'GET' : method;
  },
  // Another host drops Authorization, but not another port or scheme. Other credentials stay at their origin.
  dropsField: (field, from, to) =>
    field.toLowerCase() === 'authorization' ? from.hostname !== to.hostname : record.dropsField(field, from, to),
  // Another method makes another visit, and so does another fragment.
  visitOf: ({ method, url }) => `${method} ${url.href}`,
});
