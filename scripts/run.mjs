/** `node scripts/run.mjs NAME ARGS`: hands a command to its compiled code. No dependencies: it may run before the build. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  console.error(
    'Perezvon is not built yet: run `npm run build` first (npm start and npm test do it by themselves).',
  );
  process.exit(1);
}
await import(main.href);
