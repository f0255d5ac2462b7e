import { policyClient, ruleBooks } from '../../harness/policy/index.ts';

const { limit, visitOf, methodAfter } = ruleBooks['adr-016'];

/** ADR-016 of docs/examples/adr-016.json: the rules of the record, and Fetch where the record is silent. */
export default policyClient({ ...ruleBooks.fetch, name: 'our-adr-016', limit, visitOf, methodAfter });
