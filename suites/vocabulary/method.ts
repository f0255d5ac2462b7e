/** The methods that expectations can name. QUERY is RFC 10008; PROPFIND stands for every extension method. */
const upperCase = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND'] as const;
type UpperCase = (typeof upperCase)[number];

/** Methods are case-sensitive (RFC 9110 section 9.1), so those in other letter case are methods of their own. */
export type Method = UpperCase | Lowercase<UpperCase> | Capitalize<Lowercase<UpperCase>>;
