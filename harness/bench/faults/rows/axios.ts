import type { FaultRow } from '../known-fault.ts';

export const faultsOfAxios: readonly FaultRow[] = [
  {
    id: 'axios-env-no_proxy-on-redirect-2022',
    vulnerable: 'axios@0.27.2',
    fixed: 'axios@1.0.0',
    check: 'proxies/to-bypassed#route@other/target',
    findings: ['via proxy', 'direct'],
    behaviour: 'env http_proxy, no_proxy=evil.test; 302 to evil.test; second request must bypass the proxy',
    source: 'axios commit 495d5fb1 (pull 4436)',
  },
  {
    id: 'CVE-2026-44486#1.15.2',
    vulnerable: 'axios@1.15.2',
    fixed: 'axios@1.16.0',
    check: 'proxies/credentials-to-bypassed-subdomain#canary:proxy-authorization@sub',
    findings: ['sent', 'absent'],
    behaviour:
      'env http_proxy with user:pass and no_proxy covering the redirect target; Proxy-Authorization must not reach the target',
    source: 'GHSA-j5f8-grm9-p9fc; axios pull 10794',
  },
  {
    id: 'CVE-2026-44487#1.15.2',
    vulnerable: 'axios@1.15.2',
    fixed: 'axios@1.16.0',
    check: 'proxies/credentials-http-only-up-on-one-port#canary:proxy-authorization@dual-tls',
    findings: ['sent', 'absent'],
    behaviour:
      'env http_proxy with user:pass, https_proxy unset; http -> https redirect on the same host:port; origin must not receive Proxy-Authorization',
    source: 'advisory text quoted in github.com/aws/aws-lambda-base-images/issues/551; fixed in axios 1.16.0 and 0.32.0',
  },
  {
    id: 'axios-subdomain-authorization-2026',
    vulnerable: 'axios@1.20.0',
    fixed: 'axios@1.21.0',
    check: 'cross-host-auth/subdomain-302#canary:authorization@sub',
    findings: ['sent', 'absent'],
    behaviour:
      'GET with Authorization; 302 from a.test to sub.a.test on the same port; Authorization must not reach the subdomain',
    source: 'source diff of the published 1.20.0 and 1.21.0 http adapter (no advisory found)',
  },
  {
    id: 'axios-upgrade-authorization-2026',
    vulnerable: 'axios@1.20.0',
    fixed: 'axios@1.21.0',
    check: 'cross-host-auth/scheme-up-302#canary:authorization@dual-tls',
    findings: ['sent', 'absent'],
    behaviour: 'http -> https on same host:port is another origin; Authorization/Cookie must not be forwarded (Fetch rule)',
    source: 'source diff of the published 1.20.0 and 1.21.0 http adapter (no advisory found)',
  },
  {
    id: 'CVE-2026-42034#1.15.0',
    vulnerable: 'axios@1.15.0',
    fixed: 'axios@1.15.1',
    check: 'options/request-limit-exceeded-by-a-stream-no-redirects#outcome',
    findings: ['returned 307', 'error: too-large'],
    behaviour: 'streamed upload, maxBodyLength 1000, maxRedirects 0; more than the limit must not be sent',
    source: 'GHSA-5c9x-8gcm-mpgx; axios CHANGELOG 1.15.1 (pull 10753)',
  },
  {
    id: 'axios-beforeRedirect-args-2024',
    vulnerable: 'axios@1.6.5',
    fixed: 'axios@1.6.6',
    check: 'options/told#told',
    findings: ['0 {home}/start, 0 {home}/middle', '301 {home}/start, 302 {home}/middle'],
    behaviour: 'beforeRedirect(options, responseDetails): responseDetails must be passed',
    source: 'axios commit a1938ff0 (pull 5778)',
  },
  {
    id: 'axios-http-to-https-2019',
    vulnerable: 'axios@0.19.0',
    fixed: 'axios@0.19.1',
    check: 'connections/agent-per-scheme#settled',
    findings: ['crashed: uncaught exception', 'response'],
    behaviour: 'explicit httpAgent/httpsAgent; 302 http -> https must be followed',
    source: 'axios commit 00cd4802 (pull 2426)',
  },
];
