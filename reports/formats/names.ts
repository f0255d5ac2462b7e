/** The names of all reports, in the order in which they are made. The command line knows them without loading the reports. */
export const formatNames = [
  'json',
  'compact',
  'html',
  'site',
  'junit',
  'sarif',
  'markdown',
  'badge',
  'github',
  'terminal',
] as const;

export type FormatName = (typeof formatNames)[number];
