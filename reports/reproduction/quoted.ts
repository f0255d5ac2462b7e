/** Text that may stand in quotation marks as it is: printable ASCII without a quotation mark or a backslash. */
const isPlain = (text: string): boolean => /^[ -&(-[\]-~]*$/.test(text);

/** Characters that no one sees, or that look like others. */
const INVISIBLE = /[\u007F-\u00A0\u00AD\u2000-\u200F\u2028-\u202F\uFEFF]/g;

const escapedCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text with the escapes of JSON, in which a double quotation mark needs none. */
const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/\\(.)/g, (escape, character: string) => (character === '"' ? character : escape));

/** A text in single quotation marks, as JavaScript and Python both read it. */
export const quoted = (text: string): string =>
  isPlain(text)
    ? `'${text}'`
    : `'${escaped(text)
        .replaceAll("'", String.raw`\'`)
        .replaceAll(INVISIBLE, escapedCharacter)}'`;
