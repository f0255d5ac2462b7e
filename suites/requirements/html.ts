import { defineRequirements } from './define.ts';

/** Server-sent events and navigations. Every step of an algorithm is a definition. */
export const htmlStandard = defineRequirements(
  {
    authority: 'fetch',
    source: 'HTML Standard',
    url: () => 'https://html.spec.whatwg.org/multipage/server-sent-events.html',
  },
  {
    'html/event-source-fetches': {
      section: '9.2.2',
      level: 'definition',
      statement: 'An EventSource fetches its URL like any other request, and so follows redirects.',
    },
    'html/event-source-url': {
      section: '9.2.2',
      level: 'definition',
      statement: 'The url of an EventSource is the one that it was created with, also after redirects.',
    },
    'html/event-source-fails': {
      section: '9.2.2',
      level: 'definition',
      statement:
        'An answer that is not a 200 with text/event-stream fails the connection: there is an error, and no reconnection.',
    },
    'html/event-source-reconnects': {
      section: '9.2.3',
      level: 'definition',
      statement: 'An event source whose stream ends is opened again, with the id of the last event in the field Last-Event-ID.',
    },
    'html/document-url': {
      section: '7.4.2.2',
      level: 'definition',
      statement: 'A navigation that is redirected ends at a document with the last URL of the chain.',
      url: 'https://html.spec.whatwg.org/multipage/browsing-the-web.html#create-navigation-params-by-fetching',
    },
    'html/message-origin': {
      section: '9.2.6',
      level: 'definition',
      statement: 'The origin of a message is that of the final URL of the event stream.',
    },
  },
);
