import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const UNAUTHORIZED = 401;
const BEARER = /^Bearer +(\S+) *$/iu;

/** Hashes have one length: the comparison tells nothing about the token, not even how long it is. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Makes the hook that lets nobody in without `Authorization: Bearer <token>`. */
export const requireToken = (token: string) => {
  const expected = digest(token);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const given = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return;
    await reply.code(UNAUTHORIZED).header('www-authenticate', 'Bearer').send({
      error: 'unauthorized',
      message: 'Send the header "Authorization: Bearer <INGEST_TOKEN>".',
    });
  };
};
