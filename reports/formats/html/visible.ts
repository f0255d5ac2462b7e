const CONTROL_PICTURES = 0x2400;

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  return `\\u{${code.toString(16)}}`;
}

/** Text in which nothing hides: control characters, line separators and marks that turn the direction of text are spelled out. */
export function visible(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, picture);
}
