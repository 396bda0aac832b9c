import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError } from './api-error.js';
import type { CallInput, Upload } from './params.js';
import { MAX_UPLOAD_BYTES } from './uploads.js';

const Fields = z.record(z.string(), z.unknown());

const readMultipart = async (request: FastifyRequest): Promise<CallInput> => {
  const fields: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  for await (const part of request.parts({ limits: { fileSize: MAX_UPLOAD_BYTES + 1 } })) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else uploads.set(part.fieldname, { fileName: part.filename, bytes: await part.toBuffer() });
  }
  return { fields, uploads };
};

/** Fields of a call from its query, JSON, form or multipart body: Telegram takes any of them. */
export const readInput = async (request: FastifyRequest): Promise<CallInput> => {
  const query = Fields.parse(request.query);
  if (request.isMultipart()) {
    const { fields, uploads } = await readMultipart(request);
    return { fields: { ...query, ...fields }, uploads };
  }
  const body = Fields.nullish().safeParse(request.body);
  if (!body.success) throw new ApiError(400, "Bad Request: can't parse JSON object");
  return { fields: { ...query, ...body.data }, uploads: new Map() };
};
