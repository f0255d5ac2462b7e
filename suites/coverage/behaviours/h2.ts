import { client, portable, type Rows } from './row.ts';

export const h2Rows = {
  'h2-stream-upload': portable('Streaming upload over HTTP/2: 303 works, other statuses reject'),
  'h2-all-rules': portable('All redirect rules hold over HTTP/2 as over HTTP/1.1'),
  'h2-rst-allowed': portable('Server may reset the upload stream after the redirect'),
  'h2-coalescing': client('Redirect to a host sharing address and certificate reuses the connection only if all checks pass'),
  'h2-downgrade-on-redirect': portable(
    'A first hop over HTTP/2 is redirected to a target that speaks HTTP/1.1 only, and the reverse',
  ),
} satisfies Rows;
