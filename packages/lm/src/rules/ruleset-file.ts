import { createHash } from 'node:crypto';
import { ENGINE_VERSION } from '../version.js';

/** A file of the rules directory as it was read. */
export interface RulesetFile {
  readonly name: string;
  readonly content: string;
}

export const MODEL_FILE = 'model.json';
/** A clinic's own additions; beside the shipped files, so that hash and tag cover it. */
export const CLINIC_FILE = 'clinic.yaml';

export const isRuleFile = ({ name }: RulesetFile): boolean => name.endsWith('.yaml') && name !== CLINIC_FILE;

export const byName = (a: RulesetFile, b: RulesetFile): number => (a.name < b.name ? -1 : 1);

const TAG_HASH_LENGTH = 8;

/**
 * SHA-256 over the engine's version and all files, hex. Length before content: no two different sets of files hash
 * alike by moving bytes across a border.
 */
export const rulesetHash = (files: readonly RulesetFile[]): string => {
  const hash = createHash('sha256').update(`${ENGINE_VERSION}\n`);
  for (const { name, content } of files.toSorted(byName)) {
    hash.update(`${name}\n${Buffer.byteLength(content)}\n${content}\n`);
  }
  return hash.digest('hex');
};

/** `v<semver>+<first 8 hex of the hash>` */
export const versionTag = (files: readonly RulesetFile[]): string =>
  `v${ENGINE_VERSION}+${rulesetHash(files).slice(0, TAG_HASH_LENGTH)}`;

const EMPTY_LINE = /^\s*(?:#.*)?$/u;
/** Comments and empty lines only. */
const saysNothing = (content: string): boolean => content.split('\n').every((line) => EMPTY_LINE.test(line));

/**
 * The files with a clinic's additions as one more, in place of any that were there.
 * @param additions text of its `clinic.yaml`; null, or a text of comments only, adds no file: the tag stays the shipped one
 */
export const withClinicAdditions = (
  files: readonly RulesetFile[],
  additions: string | null,
): RulesetFile[] => {
  const shipped = files.filter(({ name }) => name !== CLINIC_FILE);
  return additions === null || saysNothing(additions)
    ? shipped
    : [...shipped, { name: CLINIC_FILE, content: additions }];
};
