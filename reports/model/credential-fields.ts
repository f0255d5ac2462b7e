/** Fields whose values are credentials. */
export const credentialFields = ['authorization', 'cookie', 'proxy-authorization'];
