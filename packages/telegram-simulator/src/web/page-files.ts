import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `public/` lies beside both `src/` and `dist/`. */
const FOLDER = fileURLToPath(new URL('../../public/', import.meta.url));

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PageFile {
  contentType: string;
  bytes: Buffer;
}

/** The page's files by name, read once: no path from outside ever reaches the disk. */
export const readPageFiles = async (): Promise<ReadonlyMap<string, PageFile>> => {
  const files = new Map<string, PageFile>();
  for (const name of await readdir(FOLDER)) {
    const contentType = CONTENT_TYPES[extname(name)];
    if (contentType !== undefined)
      files.set(name, { contentType, bytes: await readFile(`${FOLDER}${name}`) });
  }
  return files;
};
