import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { type Question, suiteOfQuestion } from './question.ts';

const question: Question = { from: 'https://a.example/old?x=1', to: ['https://b.example/new'] };

test.for<readonly [what: string, part: Partial<Question>, message: string]>([
  [
    'a URL without a scheme',
    { from: 'a.example/old' },
    '--from=a.example/old: expected a URL with its scheme, such as https://a.example/old',
  ],
  ['a URL of another scheme', { to: ['ftp://b.example/'] }, '--to=ftp://b.example/: expected a URL with its scheme'],
  ['credentials in a URL', { from: 'https://ada:secret@a.example/' }, 'leave user name and password out'],
  ['a brace in a URL', { to: ['https://b.example/{id}'] }, 'write braces and spaces in percent-encoding'],
  ['a status that is no redirect', { status: ['200'] }, '--status=200: no redirect; possible are 301, 302, 303, 307, 308'],
  ['a status that is no number', { status: ['moved'] }, '--status=moved: no redirect'],
  ['a method that is none', { method: ['PO ST'] }, '--method=PO ST: expected the name of a method'],
  ['a body file that does not exist', { body: '@no-such-file.json' }, '--body=@no-such-file.json: no such file'],
  ['a body for GET', { method: ['GET'], body: 'x' }, '--body: a GET has none; choose another --method, such as POST'],
])('%s is refused in one line', ([, part, message]) => {
  const ask = (): unknown => suiteOfQuestion({ ...question, ...part });
  expect(ask).toThrow(UsageError);
  expect(ask).toThrow(message);
});

test('a field without a colon is refused, and the message does not repeat it', () => {
  const ask = (): unknown => suiteOfQuestion({ ...question, header: ['Authorization Bearer my-secret'] });
  expect(ask).toThrow("--header: expected a name, a colon and a value, such as 'Accept: text/html'");
  expect(ask).not.toThrow('my-secret');
});

test('a scenario has no value that may be secret, and those that say what a message is', () => {
  const header = [
    'Authorization: Bearer my-secret',
    'Cookie: session=my-secret; theme=my-secret',
    'X-Api-Key: my-secret',
    'X-Tenant: my-secret',
    'Content-Type: application/json',
  ];
  const [scenario] = suiteOfQuestion({ ...question, method: ['PUT'], status: ['308'], body: '{}', header }).scenarios;
  expect(scenario?.calls).toEqual([
    {
      method: 'PUT',
      url: '{https://a.example}/old?x=1',
      body: '{}',
      headers: [
        ['Authorization', 'Bearer {secret:authorization}'],
        ['Cookie', 'session={secret:cookie}; theme={secret:cookie}'],
        ['X-Api-Key', '{secret:x-api-key}'],
        ['X-Tenant', 'value-of-x-tenant'],
        ['Content-Type', 'application/json'],
      ],
    },
  ]);
});

test('without more there is a GET for each redirect status, and a POST if there is a body', () => {
  const titles = (part: Partial<Question>): readonly string[] =>
    suiteOfQuestion({ ...question, ...part }).scenarios.map(({ id }) => id);
  expect(titles({})).toEqual(['301', '302', '303', '307', '308'].map((status) => `house-ask/get-${status}`));
  expect(titles({ body: 'x', status: ['307', '308'] })).toEqual(['house-ask/post-307', 'house-ask/post-308']);
});

test('a reference is sent as it is written, and leads where it resolves to', () => {
  const [scenario] = suiteOfQuestion({ ...question, to: ['../new', '//c.example/x'], status: ['301'] }).scenarios;
  expect(scenario?.routes).toEqual({
    '{https://a.example}/old?x=1': { status: 301, headers: [['Location', '../new']] },
    '{https://a.example}/new': { status: 301, headers: [['Location', '//c.example/x']] },
    '{https://c.example}/x': { status: 200, body: 'arrived' },
  });
});
