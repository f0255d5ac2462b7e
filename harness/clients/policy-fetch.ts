import { policyClient } from '../policy/index.ts';

export default policyClient('fetch');
