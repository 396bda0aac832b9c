import { z } from 'zod';

const Part = z.int().min(0).max(999);
const MAX_HASH = 0xff_ff_ff_ff;
const HEX = 16;
const HASH_LENGTH = 8;

/** A version of the rules as a button carries it: the tag's numbers, a quarter of its length. */
export const VersionRef = z.object({
  major: Part,
  minor: Part,
  patch: Part,
  hash: z.int().min(0).max(MAX_HASH),
});
export type VersionRef = z.infer<typeof VersionRef>;

const TAG = /^v(\d{1,3})\.(\d{1,3})\.(\d{1,3})\+([0-9a-f]{8})$/;

/** @throws RangeError for what is no version tag */
export const refOfTag = (tag: string): VersionRef => {
  const [, major, minor, patch, hash] = TAG.exec(tag) ?? [];
  if (major === undefined || minor === undefined || patch === undefined || hash === undefined)
    throw new RangeError(`${tag} is no version tag`);
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    hash: Number.parseInt(hash, HEX),
  };
};

export const tagOfRef = ({ major, minor, patch, hash }: VersionRef): string =>
  `v${major}.${minor}.${patch}+${hash.toString(HEX).padStart(HASH_LENGTH, '0')}`;
