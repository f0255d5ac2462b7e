import type { Issue } from '../../../reports/reproduction/issue.ts';

/** An issue as a file: its title as a heading, and a warning before what belongs in no public issue. */
export const issueMarkdown = ({ title, text, isConfidential }: Issue): string =>
  [
    ...(isConfidential
      ? [
          '<!-- A secret reaches an origin that it was not meant for: report it to the security contact, in no public issue. -->',
          '',
        ]
      : []),
    `# ${title}`,
    '',
    text,
  ].join('\n');
