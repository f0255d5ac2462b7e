import { defineRequirements } from './define.ts';

const docs = 'https://docs.aws.amazon.com';

/** Amazon S3: a temporary redirect has to be followed once, a permanent one has to be returned to the caller. */
const s3 = defineRequirements(
  { authority: 'convention', source: 'Amazon S3 User Guide' },
  {
    'convention/s3-temporary-is-followed': {
      section: 'Temporary request redirection',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/UsingRouting.html#TemporaryRedirection`,
      statement:
        'A temporary redirect names another endpoint in its Location, and the same request is sent there, including its query.',
    },
    'convention/s3-endpoint-is-not-reused': {
      section: 'Temporary request redirection',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/UsingRouting.html#TemporaryRedirection`,
      statement:
        'The endpoint of a temporary redirect is for that one request; the next request starts at the original endpoint again.',
    },
    'convention/s3-permanent-has-no-location': {
      section: 'Permanent request redirection',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/UsingRouting.html#RedirectsPermanentRedirection`,
      statement:
        'A permanent redirect has no Location, on purpose: it reports a wrong address and has to be returned to the caller, not followed.',
    },
    'convention/s3-error-document-for-the-caller': {
      section: 'Permanent request redirection',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/UsingRouting.html#RedirectsPermanentRedirection`,
      statement:
        'The XML error document of a permanent redirect names the right endpoint; the caller gets the whole document, and the client does not go to that endpoint by itself.',
    },
    'convention/s3-wrong-region-is-400': {
      section: 'Request redirection and the REST API',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/UsingRouting.html#Redirects`,
      statement:
        'Regions opened since March 2019 answer a request for another region with a 400, which is an error and not a redirect.',
    },
    'convention/s3-statuses': {
      section: 'Billing for Amazon S3 error responses',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/ErrorCodeBilling.html`,
      statement:
        'PermanentRedirect is sent with 301, TemporaryRedirect with 307, AuthorizationHeaderMalformed and IllegalLocationConstraintException with 400.',
    },
    'convention/s3-fields-go-along': {
      section: 'Redirects and HTTP user-agents',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/API/RESTRedirect.html#RESTRedirectHTTPUserAgents`,
      statement: 'S3 requires every field of the request at the new endpoint, including Authorization and Date.',
    },
    'convention/s3-put-and-delete-go-along': {
      section: 'Redirects and HTTP user-agents',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/API/RESTRedirect.html#RESTRedirectHTTPUserAgents`,
      statement: 'PUT, also with a large body, and DELETE follow a temporary redirect like GET.',
    },
    'convention/s3-waits-for-100': {
      section: 'Redirects and 100-Continue',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/API/RESTRedirect.html#RESTRedirect100Continue`,
      statement:
        'With Expect: 100-continue no content is sent to the endpoint that redirects; all of it is sent to the one that sends the 100.',
    },
    'convention/s3-website-object-redirect': {
      section: 'Redirect requests for an object',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/how-to-page-redirect.html#redirect-requests-object-metadata`,
      statement: 'A website endpoint answers a request for an object that has a redirect location with a 301 to that location.',
    },
    'convention/s3-website-folder-redirect': {
      section: 'Index document and folders',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/IndexDocumentSupport.html#IndexDocumentsandFolders`,
      statement:
        'A website endpoint answers a request for a folder without its final slash, which has an index document, with a 302 to the folder with the slash.',
    },
    'convention/s3-redirect-metadata-is-no-redirect': {
      section: 'Redirect requests for an object',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/how-to-page-redirect.html#redirect-requests-object-metadata`,
      statement: 'A REST endpoint returns such an object itself; its x-amz-website-redirect-location field is not a redirect.',
    },
    'convention/s3-routing-rules': {
      section: 'Configure redirection rules to use advanced conditional redirects',
      level: 'practice',
      url: `${docs}/AmazonS3/latest/userguide/how-to-page-redirect.html#advanced-conditional-redirects`,
      statement:
        'A routing rule redirects a key prefix with the status that the rule names; the client follows it like any other redirect.',
    },
  },
);

/** The AWS SDK for JavaScript: what its callers are told to expect of a client for S3. */
const s3Clients = defineRequirements(
  { authority: 'convention', source: 'AWS SDK for JavaScript Developer Guide' },
  {
    'convention/s3-client-names-the-error': {
      section: 'Access error information',
      level: 'practice',
      url: `${docs}/sdk-for-javascript/v3/developer-guide/the-response-object.html#response-error-property`,
      statement: 'An error of the service is thrown, and its name is the code of that error.',
    },
    'convention/s3-client-may-correct-the-region': {
      section: 'Amazon S3 region redirects',
      level: 'practice',
      url: `${docs}/sdk-for-javascript/v3/developer-guide/migrate-s3.html#s3-region-redirects`,
      statement:
        'A client that was given the wrong region throws the PermanentRedirect; by an option it makes the call again in the region that S3 names.',
    },
  },
);

/** CloudFront, in front of S3 or of another origin. */
const cloudfront = defineRequirements(
  { authority: 'convention', source: 'Amazon CloudFront Developer Guide' },
  {
    'convention/cloudfront-relays-redirects': {
      section: 'How CloudFront processes HTTP 3xx status codes from your origin',
      level: 'practice',
      url: `${docs}/AmazonCloudFront/latest/DeveloperGuide/http-3xx-status-codes.html`,
      statement:
        'The edge relays a redirect of the origin and does not follow it; Via, Age and X-Cache do not matter to a client that follows it.',
    },
    'convention/cloudfront-keeps-307-if-told': {
      section: 'How CloudFront processes HTTP 3xx status codes from your origin',
      level: 'practice',
      url: `${docs}/AmazonCloudFront/latest/DeveloperGuide/http-3xx-status-codes.html`,
      statement: 'The edge keeps a 307 or 308 only if the origin sends Cache-Control with it.',
    },
    'convention/cloudfront-https-by-301': {
      section: 'Requiring HTTPS for communication between viewers and CloudFront',
      level: 'practice',
      url: `${docs}/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html`,
      statement: 'GET and HEAD over http are redirected to https by a 301.',
    },
    'convention/cloudfront-https-by-307': {
      section: 'Requiring HTTPS for communication between viewers and CloudFront',
      level: 'practice',
      url: `${docs}/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html`,
      statement:
        'POST, PUT, PATCH, DELETE and OPTIONS over http are redirected to https by a 307, so that method and body arrive there.',
    },
  },
);

/** nginx, whose 308 was not a redirect before version 1.13.0. */
const nginx = defineRequirements(
  {
    authority: 'convention',
    source: 'nginx',
    url: () => 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return',
  },
  {
    'convention/nginx-308-without-location': {
      section: 'return, before 1.13.0',
      level: 'practice',
      statement:
        'A 308 of nginx before 1.13.0 has no Location and no reason phrase, and its body is the URL: it is returned, not followed.',
    },
    'convention/nginx-308-with-location': {
      section: 'return, since 1.13.0',
      level: 'practice',
      statement: 'A 308 of nginx since 1.13.0 is a redirect with Location, which keeps method and body.',
    },
    'convention/nginx-302-moved-temporarily': {
      section: 'return',
      level: 'practice',
      statement:
        'nginx sends its 302 with the reason phrase Moved Temporarily and with Location as the last field; it is followed like any other 302.',
    },
  },
);

/** A service that receives POST requests and moved to another domain. */
const reportUri = defineRequirements(
  {
    authority: 'convention',
    source: 'Report URI',
    url: () => 'https://scotthelme.co.uk/report-uri-journey-to-a-permanent-redirect/',
  },
  {
    'convention/moved-post-needs-307-or-308': {
      section: "A 301 isn't good enough",
      level: 'practice',
      statement:
        'If an address that receives POST moves, it answers with 307 or 308; 301 and 302 lose the payload without an error.',
    },
  },
);

/** Common practice of curl, browsers and libraries of many languages, where no standard has a rule. */
const clients = defineRequirements(
  { authority: 'convention', source: 'Practice of HTTP clients' },
  {
    'convention/missing-location-returned': {
      section: 'Location',
      level: 'practice',
      statement: 'A redirect without Location is returned to the caller, with its body.',
    },
    'convention/location-only': {
      section: 'Location',
      level: 'practice',
      statement: 'The target comes from Location only, not from Refresh, Link, Content-Location, or the body.',
    },
    'convention/empty-location-may-be-missing': {
      section: 'Location',
      level: 'practice',
      statement: 'Many clients treat an empty Location like a missing one and return the redirect.',
    },
    'convention/broken-location-guesses-no-host': {
      section: 'Location',
      level: 'practice',
      statement:
        'If a Location cannot be parsed, the result is an error, or the redirect is returned; the client does not guess a host.',
    },
    'convention/raw-utf8-escaped': {
      section: 'Location',
      level: 'practice',
      statement: 'Raw UTF-8 in a Location is sent as the same octets, escaped, and not encoded a second time.',
    },
    'convention/no-local-target': {
      section: 'Location',
      level: 'practice',
      statement: 'A redirect never makes an HTTP client read a file, a data: URL, or any other target that is not http.',
    },
    'convention/query-not-added-again': {
      section: 'Location',
      level: 'practice',
      statement: 'Query parameters of the first request, also those that were not given in its URL, are not added to the target.',
    },
    'convention/other-3xx-returned': {
      section: 'status codes',
      level: 'practice',
      statement: '300, 304, 305, 306 and unknown 3xx are returned to the caller, even with a Location.',
    },
    'convention/no-proxy-by-305': {
      section: 'status codes',
      level: 'practice',
      statement: 'A 305 never makes a client use the proxy that it names.',
    },
    'convention/head-stays-head': {
      section: 'method',
      level: 'practice',
      statement: 'HEAD stays HEAD after every redirect, also after a 303.',
    },
    'convention/stream-body-not-cut': {
      section: 'body',
      level: 'practice',
      statement:
        'A body that can be read only once is sent again in full from a copy, or not at all: the result is an error, or the redirect is returned.',
    },
    'convention/hand-set-credentials-dropped': {
      section: 'credentials',
      level: 'practice',
      statement: 'Authorization, Cookie and Proxy-Authorization that the caller set are dropped when the host changes.',
    },
    'convention/own-fields-go-along': {
      section: 'credentials',
      level: 'practice',
      statement: 'Fields of an application, also a key in X-Api-Key, are sent to another host unless the caller prevents it.',
    },
    'convention/no-jar-no-cookie': {
      section: 'cookies',
      level: 'practice',
      statement: 'A client without a cookie jar does not send back a cookie that a redirect sets.',
    },
    'convention/jar-replaces-the-callers-cookie': {
      section: 'cookies',
      level: 'practice',
      url: 'https://pkg.go.dev/net/http#Client',
      statement:
        'A cookie that the chain sets replaces the one of the same name that the caller set in Cookie; the others stay, and no cookie is sent twice.',
    },
    'convention/host-override-stays': {
      section: 'fields',
      level: 'practice',
      statement: 'A Host that the caller set is not sent to another origin.',
    },
    'convention/caller-fields-once': {
      section: 'fields',
      level: 'practice',
      statement: 'Fields of the caller arrive after a redirect as before it: unchanged, and once.',
    },
    'convention/five-redirects': {
      section: 'limits',
      level: 'practice',
      statement: 'Five redirects in a row are followed; this is the minimum that a server can rely on.',
    },
    'convention/limit-is-inclusive': {
      section: 'limits',
      level: 'practice',
      statement: 'With a limit of n, n redirects are followed and the next is refused.',
    },
    'convention/limit-zero-follows-none': {
      section: 'limits',
      level: 'practice',
      statement: 'With a limit of 0 no redirect is followed.',
    },
    'convention/no-location-no-limit': {
      section: 'limits',
      level: 'practice',
      statement: 'A redirect without Location does not count, and is returned even at the limit.',
    },
    'convention/limit-error-is-told-apart': {
      section: 'limits',
      level: 'practice',
      statement: 'An error for too many redirects can be distinguished from a failed connection.',
    },
    'convention/revisit-with-new-state': {
      section: 'loops',
      level: 'practice',
      statement:
        'A URL may occur again in a chain if something changed: a cookie was set, the user logged in, a POST became a GET.',
    },
    'convention/manual-shows-the-redirect': {
      section: 'what the caller sees',
      level: 'practice',
      statement: 'With following switched off the caller gets the redirect itself, its status and Location, after one request.',
    },
    'convention/final-url-told': {
      section: 'what the caller sees',
      level: 'practice',
      statement: 'The response reports the final URL.',
    },
    'convention/history-in-order': {
      section: 'what the caller sees',
      level: 'practice',
      statement:
        'A history, if there is one, lists every redirect that was followed, oldest first, each with its status and the URL that answered.',
    },
    'convention/history-has-fields': {
      section: 'what the caller sees',
      level: 'practice',
      statement: 'A history that has the fields of a redirect has all of them, also those that the final response does not have.',
    },
    'convention/abort-ends-the-chain': {
      section: 'aborting',
      level: 'practice',
      statement: 'An abort or a timeout in the middle of a chain ends it; no further request is sent.',
    },
    'convention/redirect-decoded-when-shown': {
      section: 'bodies of redirects',
      level: 'practice',
      statement: 'The body of a redirect that is not followed is decoded for the caller like the body of any other response.',
    },
    'convention/redirect-body-does-not-matter': {
      section: 'bodies of redirects',
      level: 'practice',
      statement:
        'The body of a redirect that is followed does not matter, even if it is damaged, has an unknown coding, or never ends.',
    },
  },
);

export const convention = { ...s3, ...s3Clients, ...cloudfront, ...nginx, ...reportUri, ...clients };
