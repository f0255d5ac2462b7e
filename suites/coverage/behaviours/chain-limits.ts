import { client, portable, type Rows } from './row.ts';

export const chainLimitRows = {
  'cl-20-ok-21-fail': portable('Exactly 20 redirects succeed and 21 fail'),
  'cl-default-number': portable('The default number of redirects followed'),
  'cl-configured-n': client('A configured limit n allows n and refuses n+1'),
  'cl-off-by-one': portable('Whether the limit counts redirects or requests'),
  'cl-zero': client('Limit zero'),
  'cl-exceed-error-or-return': portable('When the limit is exceeded: error, or the last 3xx is returned'),
  'cl-invalid-value': client('Invalid limit value is refused at call time'),
  'cl-no-listener-warning': client('Long chain gives no MaxListeners warning'),
  'cl-precedence': client('Per-request limit overrides client-wide limit'),
  'cl-many-parallel': portable('Many chains of eight hops over http and https at once all end with the correct counts'),
  'cl-shared-with-auth-retries': client('Authentication retries and redirects share one limit'),
  'cl-custom-policy-count': client('A user policy can stop after n hops'),
  'cl-cache-hops-count': portable('Redirects answered from cache count too'),
} satisfies Rows;
