import type { Config } from '../../suites/vocabulary/config.ts';

/** Returns the configuration as it is; for its type. The default export of `redirect-conformance.config.ts`. */
export const defineConfig = (config: Config): Config => config;
