/** What a field says, with user name and password of HTTP Basic in clear. */
export function inClear(value: string): string {
  return value.replace(
    /^(Basic) +(\S+)$/i,
    (_, scheme: string, token: string) => `${scheme} ${Buffer.from(token, 'base64').toString()}`,
  );
}
