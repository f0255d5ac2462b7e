/** Whether a response has a status of the class 3xx. */
export const is3xx = ({ status }: { readonly status: number }): boolean => status >= 300 && status < 400;
