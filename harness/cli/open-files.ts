import { UsageError } from './usage-error.ts';

/** How many files and sockets a process of a run may have open: servers, drivers, and what a client opens in a chain of redirects. */
const NEEDED = 1_024;

/** The part of a diagnostic report that has the limits of the process. */
interface Report {
  readonly userLimits?: { readonly open_files?: { readonly soft: number | 'unlimited' } };
}

/** Throws a UsageError if this process may not open as many files as a run needs. Windows has no such limit. */
export function checkOpenFiles(): void {
  // Node.js has no other way to read a limit. Without this option, the report looks up the names of hosts.
  Object.assign(process.report, { excludeNetwork: true });
  const { userLimits } = process.report.getReport() as Report;
  const limit = userLimits?.open_files?.soft ?? 'unlimited';
  if (limit === 'unlimited' || limit >= NEEDED) return;
  throw new UsageError(
    `a process may open only ${limit} files here, and a run needs ${NEEDED}; raise the limit: ulimit -n ${NEEDED}`,
  );
}
