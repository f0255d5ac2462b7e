/** Whether a person can answer questions. */
export const isInteractive = (): boolean => process.stdin.isTTY && process.stdout.isTTY && !process.env['CI'];
