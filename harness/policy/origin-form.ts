/** Path and query as the URL has them. Its `search` is empty for an empty query, too, and would lose the question mark. */
export const originForm = ({ href }: URL): string =>
  href
    .split('#', 1)
    .join()
    .replace(/^https?:\/\/[^/]*/, '');
