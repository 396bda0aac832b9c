import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import type { AttachmentKind, StoredFile } from '../state/model.js';
import { ApiError, badRequest } from './api-error.js';
import type { CallContext } from './define-method.js';
import { imageSize } from './image-size.js';
import type { Upload } from './params.js';

/** Bot API: a bot uploads at most 50 MB. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
const FILE_ID_BYTES = 24;
const ATTACH = 'attach://';

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};

/** How a kept file's name begins. */
const NAME_PREFIXES: Readonly<Record<AttachmentKind, string>> = {
  audio: 'music',
  voice: 'voice',
  photo: 'photo',
  document: 'document',
};

const KIND_NAMES: Readonly<Record<AttachmentKind, string>> = {
  audio: 'Audio',
  voice: 'VoiceNote',
  photo: 'Photo',
  document: 'Document',
};

const mimeTypeOf = (kind: AttachmentKind, fileName: string): string => {
  const fallback = {
    audio: 'audio/mpeg',
    voice: 'audio/ogg',
    photo: 'image/jpeg',
    document: 'application/octet-stream',
  };
  return MIME_TYPES[extname(fileName).toLowerCase()] ?? fallback[kind];
};

const keep = async (upload: Upload, kind: AttachmentKind, context: CallContext): Promise<StoredFile> => {
  const { bytes, fileName } = upload;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > MAX_UPLOAD_BYTES) throw new ApiError(413, 'Request Entity Too Large');
  const size = kind === 'photo' ? imageSize(bytes) : null;
  if (kind === 'photo' && !size) throw badRequest('IMAGE_PROCESS_FAILED');
  const fileId = randomBytes(FILE_ID_BYTES).toString('base64url');
  const file: StoredFile = {
    fileId,
    kind,
    fileName,
    mimeType: size?.mimeType ?? mimeTypeOf(kind, fileName),
    size: bytes.length,
    width: size?.width ?? null,
    height: size?.height ?? null,
    path: `${NAME_PREFIXES[kind]}_${fileId}${/^\.[a-z0-9]{1,8}$/i.exec(extname(fileName))?.[0] ?? ''}`,
  };
  await context.files.write(file.path, bytes);
  context.store.commit({ kind: 'file-stored', file });
  return file;
};

const known = (fileId: string, kind: AttachmentKind, context: CallContext): StoredFile => {
  const file = context.store.state.files.get(fileId);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  if (file.kind !== kind) {
    throw badRequest(`can't use file of type ${KIND_NAMES[file.kind]} as ${KIND_NAMES[kind]}`);
  }
  return file;
};

/**
 * The file a call speaks of: uploaded with it (as the field itself or by `attach://`) or sent earlier.
 * @param reference the field's text, if it has one
 * @throws ApiError 400 when there is none; web addresses are refused: the simulator fetches nothing
 */
export const resolveFile = async (
  kind: AttachmentKind,
  reference: string | undefined,
  context: CallContext,
): Promise<StoredFile> => {
  const uploaded = context.uploads.get(reference?.startsWith(ATTACH) ? reference.slice(ATTACH.length) : kind);
  if (uploaded) return keep(uploaded, kind, context);
  if (reference === undefined || reference === '' || reference.startsWith(ATTACH)) {
    throw badRequest(`there is no ${kind} in the request`);
  }
  if (/^https?:/i.test(reference)) throw badRequest('failed to get HTTP URL content');
  return known(reference, kind, context);
};
