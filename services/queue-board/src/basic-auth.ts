import { createHash, timingSafeEqual } from 'node:crypto';

export interface Credentials {
  user: string;
  password: string;
}

const SCHEME = /^basic +([a-z0-9+/=]+)$/i;

/** Digests have one length, whatever was sent: comparing them tells nothing about how much of it was right. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The check of an `Authorization` header (HTTP basic, UTF-8), in constant time. */
export const createBasicAuth = ({
  user,
  password,
}: Credentials): ((header: string | undefined) => boolean) => {
  const expected = digestOf(`${user}:${password}`);
  return (header) => {
    const [, encoded] = SCHEME.exec(header ?? '') ?? [];
    if (encoded === undefined) return false;
    return timingSafeEqual(digestOf(Buffer.from(encoded, 'base64').toString('utf8')), expected);
  };
};
