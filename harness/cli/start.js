// What npm runs: plain JavaScript, so that a Node.js that cannot read TypeScript says so in one line.
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 24 || (major === 24 && minor >= 5)) {
  // Before the first TypeScript: its types are stripped once.
  module.enableCompileCache();
  await import('./main.ts');
} else {
  console.error(
    `redirect-conformance: Node.js ${process.versions.node} is too old to run it from its sources; install again with the optional dependencies, which bring a newer one (npm ci), or use Node.js 24.5 or newer`,
  );
  process.exitCode = 2;
}
