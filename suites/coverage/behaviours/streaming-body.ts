import { client, portable, type Rows } from './row.ts';

export const streamingBodyRows = {
  's-307-stream-reject': portable('Non-replayable stream body on 307/308'),
  's-301-302-post-stream': portable('Stream body on POST 301/302 (would become GET anyway)'),
  's-303-stream-accept': portable('Stream body on 303 is accepted: the request becomes GET'),
  's-301-302-put-stream': portable('Stream body on PUT 301/302'),
  's-async-iterable-disturbed': portable('Async-iterable body already consumed when the redirect arrives'),
  's-stream-replayed-by-buffering': portable('Piped request stream is buffered and replayed through three 307 hops'),
  's-stream-explicit-content-length': client('Piped stream with an explicit Content-Length replays correctly'),
  's-rewind-impossible': client('A body that claims to be seekable, but is not, raises a specific error'),
  's-rewind-partially-read': client('Body object that was already partly read is rewound to the recorded offset, not to zero'),
  's-proxy-object-stream': client(
    'Stream wrapper that exposes read() only through delegation is still detected and replayed on 307',
  ),
  's-cross-origin-drop-disposes': client('Dropped stream/async-iterable body is destroyed or cancelled when not forwarded'),
  's-hook-supplies-new-stream': client('Before-redirect hook may replace the dropped stream with a new async iterable'),
  's-duplex-redirect': portable(
    'Full-duplex (HTTP/2) request body is cut off when a 301 arrives; writer sees an error, GET follows',
  ),
  's-upload-not-tee-buffered': portable('Streaming upload is not buffered in memory only for a possible redirect'),
  's-payload-closed-on-error': client('Body object is closed when following fails (too many redirects, bad URL, bad scheme)'),
  's-non-repeatable-returned': portable('Entity marked non-repeatable: the 3xx is returned unfollowed'),
  's-response-stream-through-redirect': portable('Final body can be piped/streamed although the first response was a redirect'),
  's-chunked-to-http10': portable('Chunked upload whose 301 comes from an HTTP/1.0 server cannot be replayed and errors'),
  's-callback-form-switch-to-get': portable('Form body produced by a callback, then 301 to GET'),
} satisfies Rows;
