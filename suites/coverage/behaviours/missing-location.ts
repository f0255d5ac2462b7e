import { browser, portable, type Rows } from './row.ts';

export const missingLocationRows = {
  'nl-30x-returned': portable('301, 302, 303, 307, 308 with no Location are returned as a normal response'),
  'nl-308-google-drive': portable('308 without Location, as a signal to resume an upload, is returned with its fields'),
  'nl-body-readable': portable('Body of the unfollowed 3xx is readable'),
  'nl-manual': portable('manual mode with no Location'),
  'nl-error-mode': portable('redirect:error with a 3xx that has no Location'),
  'nl-eventsource': portable('EventSource closes on a 3xx without Location'),
  'nl-empty-value': portable('Location present with an empty value'),
  'nl-whitespace-value': portable('Location of only spaces or tabs'),
  'nl-service-worker': browser('Service worker fetch of a redirect without Location'),
} satisfies Rows;
