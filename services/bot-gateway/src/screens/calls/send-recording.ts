import { withTransaction } from '@perezvon/db';
import { InputFile } from 'grammy';
import type { GatewayDeps } from '../../deps.js';
import type { Person } from '../../people/person.js';
import { makePlayable, type Ready } from '../../recordings/playable.js';
import type { Fetched, RecordingProblem } from '../../recordings/recording.js';
import { holdTurn, takeTurn } from '../../recordings/upload-turn.js';
import {
  forgetKnownFile,
  saveKnownFile,
  sha256,
  type FileKey,
  type KnownFile,
} from '../../store/telegram-files.js';
import { clip, lines, toPlainText } from '../../text/html.js';
import { isStaleFile, isTooBig, sendComposed, sendFile, showUploading, type Sent } from '../adapter.js';
import type { RecordingAttachment } from '../attachment.js';
import { MAX_CAPTION, type Composed } from '../compose.js';

type Deps = Pick<
  GatewayDeps,
  'api' | 'botId' | 'convertRecording' | 'db' | 'log' | 'readRecording' | 'recordingSlots' | 'texts'
>;

/** One recording on its way to one chat. */
interface Delivery {
  person: Person;
  chatId: number;
  composed: Composed;
  recording: RecordingAttachment;
  key: FileKey;
}

/** What the player shows, and the file's name: the telephony's own often holds the client's number. */
const titleOf = ({ historyId }: RecordingAttachment): string => `#${historyId}`;

/** The caption; a file that the chat does not play says so. */
const captioned = ({ texts }: Deps, { person, composed }: Delivery, kind: KnownFile['kind']): Composed => {
  if (kind === 'audio') return composed;
  const t = texts.in(person.language);
  const note = t('recording-as-file');
  const room = MAX_CAPTION - toPlainText(note).length - 1;
  return { ...composed, text: lines(clip(composed.text, room, t('text-cut')), note) };
};

/** Sends the copy that Telegram keeps; null: Telegram has forgotten it, and so do we. */
const sendKnown = async (
  deps: Deps,
  delivery: Delivery,
  { fileId, kind }: KnownFile,
): Promise<Sent | null> => {
  const { chatId, recording, key } = delivery;
  try {
    const caption = captioned(deps, delivery, kind);
    const toSend = { kind, file: fileId, title: titleOf(recording) };
    return (await sendFile(deps.api, chatId, caption, toSend)).sent;
  } catch (error) {
    if (!isStaleFile(error)) throw error;
    await withTransaction(deps.db, (tx) => forgetKnownFile(tx, key, fileId));
    return null;
  }
};

const sayWhyNot = (
  { api, log, texts }: Deps,
  { person, chatId, composed, recording: { historyId } }: Delivery,
  code: RecordingProblem,
): Promise<Sent> => {
  log.warn({ historyId, code }, 'recording could not be sent');
  const reason = texts.in(person.language)('recording-unavailable', { code });
  return sendComposed(api, chatId, { ...composed, text: lines(composed.text, '', reason) });
};

const uploadReady = async (
  deps: Deps,
  delivery: Delivery,
  { kind, content, extension }: Ready,
  contentHash: Uint8Array,
): Promise<Sent> => {
  const { chatId, recording, key } = delivery;
  const file = new InputFile(content, `${recording.historyId}.${extension}`);
  const caption = captioned(deps, delivery, kind);
  try {
    const { sent, kept } = await sendFile(deps.api, chatId, caption, {
      kind,
      file,
      title: titleOf(recording),
    });
    if (kept) {
      const known = { ...kept, revision: recording.revision, contentHash };
      await withTransaction(deps.db, (tx) => saveKnownFile(tx, key, known));
    }
    return sent;
  } catch (error) {
    if (isTooBig(error)) return sayWhyNot(deps, delivery, 'too_big');
    throw error;
  }
};

/** The same bytes as before: Telegram's copy is good for this revision too. */
const confirmKnown = async (deps: Deps, delivery: Delivery, earlier: KnownFile): Promise<Sent | null> => {
  const { key, recording } = delivery;
  const known = { ...earlier, revision: recording.revision };
  await withTransaction(deps.db, (tx) => saveKnownFile(tx, key, known));
  return sendKnown(deps, delivery, known);
};

const sendFetched = async (
  deps: Deps,
  delivery: Delivery,
  fetched: Fetched,
  earlier: KnownFile | null,
): Promise<Sent> => {
  const contentHash = sha256(fetched.content);
  if (earlier && Buffer.compare(earlier.contentHash, contentHash) === 0) {
    const sent = await confirmKnown(deps, delivery, earlier);
    if (sent) return sent;
  }
  const ready = await makePlayable(fetched, deps.convertRecording);
  return ready.kind === 'failed'
    ? sayWhyNot(deps, delivery, ready.code)
    : uploadReady(deps, delivery, ready, contentHash);
};

const fetchAndSend = async (deps: Deps, delivery: Delivery, earlier: KnownFile | null): Promise<Sent> => {
  const fetched = await deps.readRecording(delivery.recording.location);
  if (fetched.kind === 'fetched') return sendFetched(deps, delivery, fetched, earlier);
  // The call has changed and its recording is no longer to be had: what lay at the same place is still the best there is.
  const sent = earlier && (await sendKnown(deps, delivery, earlier));
  return sent ?? sayWhyNot(deps, delivery, fetched.code);
};

const deliver = async (deps: Deps, delivery: Delivery): Promise<Sent> => {
  const { key, recording, chatId } = delivery;
  const turn = await takeTurn(deps, key, recording.revision);
  if (turn.kind === 'known') {
    const sent = await sendKnown(deps, delivery, turn.file);
    return sent ?? deliver(deps, delivery);
  }
  const { claimId, earlier } = turn;
  return holdTurn(
    deps,
    { key, claimId },
    () => showUploading(deps.api, chatId),
    () => deps.recordingSlots.run(() => fetchAndSend(deps, delivery, earlier)),
  );
};

/**
 * Sends a call's recording with a screen as its caption. It is fetched, made playable and uploaded once, then
 * Telegram's own copy is used; one that cannot be had becomes a text that says why.
 */
export const sendRecording = (
  deps: Deps,
  person: Person,
  chatId: number,
  composed: Composed,
  recording: RecordingAttachment,
): Promise<Sent> => {
  const { historyId, location } = recording;
  const key = { historyId, botId: deps.botId, locationHash: sha256(location) };
  return deliver(deps, { person, chatId, composed, recording, key });
};
