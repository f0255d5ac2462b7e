#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Before the rest is loaded: compiled modules are kept for the next time, and processes that are started find them by the environment.
const { directory } = enableCompileCache();
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] = directory;

await import('./command-line.ts');
