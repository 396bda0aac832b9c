import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { asksForHelp, EXIT, lineOf, type CliIo, type Command } from '../cli.js';
import { ASSIGNMENT_PARTS } from './assignment-parts.js';
import { fillParts } from './fill-parts.js';

const HELP = `npm run docs              writes the parts of docs/assignments.md that follow from the code: states, moves, kinds
npm run docs -- --check   exit 1 when they say something else than the code
npm run docs -- --help    this text`;

/** The document whose parts are made. */
export const DOCUMENT = fileURLToPath(new URL('../../../docs/assignments.md', import.meta.url));

const fill = async (isCheck: boolean, { out, err }: CliIo): Promise<number> => {
  const document = await readFile(DOCUMENT, 'utf8');
  const current = fillParts(document, ASSIGNMENT_PARTS);
  if (current === document) {
    out('docs/assignments.md says what the code does.');
    return EXIT.ok;
  }
  if (isCheck) {
    err('docs/assignments.md says something else than the code. Run: npm run docs');
    return EXIT.failed;
  }
  await writeFile(DOCUMENT, current);
  out('Written: docs/assignments.md');
  return EXIT.ok;
};

/** `npm run docs`: writes what follows from the code, or checks that it is current. */
export const runDocsCli: Command = async (argv, io) => {
  if (asksForHelp(argv)) {
    io.out(HELP);
    return EXIT.ok;
  }
  const [argument, ...rest] = argv;
  if (rest.length > 0 || (argument !== undefined && argument !== '--check')) {
    io.err(HELP);
    return EXIT.usage;
  }
  try {
    return await fill(argument === '--check', io);
  } catch (error) {
    io.err(lineOf(error));
    return EXIT.failed;
  }
};
