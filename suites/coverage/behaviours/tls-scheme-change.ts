import { browser, client, portable, type Rows } from './row.ts';

export const tlsSchemeChangeRows = {
  'tls-http-to-https': portable('http to https is followed'),
  'tls-https-to-http': portable('https to http is followed or refused'),
  'tls-mixed-chain': portable('http to https to http to https in one chain, with agents'),
  'tls-per-protocol-agent': client('An agent given per protocol is selected again at each hop'),
  'tls-verify-options-kept': client('The option for checking certificates also applies to the target'),
  'tls-agent-options-reused': client('Agent class and options are reused for the other scheme'),
  'tls-relative-on-https': portable('Relative Location on an https base stays https'),
  'tls-cert-error-at-target': portable('Certificate failure at the redirect target rejects like a first-hop failure'),
  'tls-hsts-upgrade': portable('HSTS upgrades of the http target appear as an internal redirect'),
  'tls-mixed-content': browser('Subresource of an https page redirected to http is blocked'),
} satisfies Rows;
