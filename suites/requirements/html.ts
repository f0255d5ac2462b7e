import { defineRequirements } from './define.ts';

/** Server-sent events. Every step of an algorithm is a definition. */
export const html = defineRequirements(
  {
    authority: 'fetch',
    source: 'HTML Standard',
    url: () => 'https://html.spec.whatwg.org/multipage/server-sent-events.html',
  },
  {
    'html/event-source-fetches': {
      section: '9.2.2',
      level: 'definition',
      statement: 'An EventSource fetches its URL as anybody does, and so follows redirects.',
    },
    'html/event-source-url': {
      section: '9.2.2',
      level: 'definition',
      statement: 'The url of an EventSource is the one that it was made with, whatever redirects there were.',
    },
    'html/event-source-fails': {
      section: '9.2.3',
      level: 'definition',
      statement: 'An answer that is no 200 with text/event-stream fails the connection: there is an error, and no further try.',
    },
    'html/message-origin': {
      section: '9.2.6',
      level: 'definition',
      statement: 'The origin of a message is that of the final URL of the event stream.',
    },
  },
);
