import {
  exportHandOut,
  type Envelope,
  type exportFinished,
  type exportHandedOut,
  type exportMoved,
  type exportProgressed,
} from '@perezvon/contracts';
import { publishIntent, type EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { mayReceive } from '../domain/may-receive.js';
import { findExport, hasFile, type ExportRow } from '../queries/exports.js';
import { rootFor } from '../screens/draw.js';
import { exportCardPlace, exportsPlace } from '../screens/places/exports.js';
import { sendExport } from '../screens/exports/send-export.js';
import { findPerson } from '../store/people.js';
import { oncePerPerson, redrawShowing, settleAction, tellPerson } from './settle.js';

/** Redraws what its person has open of an export; nobody else can see it. */
const redrawOwn = async (deps: GatewayDeps, event: Envelope, row: ExportRow | null): Promise<void> => {
  const person = row && (await findPerson(deps.db, row.requestedById));
  if (!person) return;
  const onlyIn = Number(person.telegramId);
  for (const screen of [exportsPlace.address({}), exportCardPlace.address({ exportId: row.id })])
    await redrawShowing(deps, event, screen, { onlyIn });
};

/** An export was asked for or cancelled: the screen that asked says so. */
export const exportMovedHandler = (deps: GatewayDeps): EventHandler<typeof exportMoved> => ({
  kind: 'effect',
  handle: async (event) => {
    const { exportId, move } = event.payload;
    await settleAction(deps, event, { words: (t) => t(codeKey('done-export', move)), isRefusal: false });
    await redrawOwn(deps, event, await findExport(deps.db, exportId));
  },
});

/** A file got further: the screens that show it are rewritten in place. */
export const exportProgressedHandler = (deps: GatewayDeps): EventHandler<typeof exportProgressed> => ({
  kind: 'effect',
  handle: async (event) => redrawOwn(deps, event, await findExport(deps.db, event.payload.exportId)),
});

/** The intent that gives a file out by itself: once, however often its end is told. */
const handOutId = (exportId: number): string => `export-${exportId}-hand-out`;

/**
 * A file is ready: it goes out as if its person had asked for it, so that his role is looked at again and the log has
 * its line. One that will never be ready: he is told why.
 */
export const exportFinishedHandler = (deps: GatewayDeps): EventHandler<typeof exportFinished> => ({
  kind: 'effect',
  handle: async (event) => {
    const { exportId } = event.payload;
    const row = await findExport(deps.db, exportId);
    if (row === null) return;
    // The message that asked shows the export too, wherever it stands now.
    await redrawOwn(deps, { ...event, origin: null }, row);
    const { requestedById: actorId, failure } = row;
    if (row.state === 'done') {
      const context = { id: handOutId(exportId), actorId, at: deps.now(), origin: event.origin };
      await publishIntent(deps, exportHandOut.of({ exportId }, context));
    } else if (failure !== null) {
      await tellPerson(deps, event.id, actorId, {
        trail: (person) => [rootFor(person), exportsPlace.address({}), exportCardPlace.address({ exportId })],
        words: (t) => t('news-export-failed'),
      });
    }
  },
});

/** A file may go to its person: the document is a new message, which rings. */
export const exportHandedOutHandler = (deps: GatewayDeps): EventHandler<typeof exportHandedOut> => ({
  kind: 'effect',
  handle: async (event) => {
    await settleAction(deps, event, { words: null, isRefusal: false });
    const row = await findExport(deps.db, event.payload.exportId);
    // Late enough for the file to be gone: its screen says so.
    if (row === null || !hasFile(row, deps.now())) return;
    const person = await findPerson(deps.db, row.requestedById);
    if (!person) return;
    await oncePerPerson(deps, `${event.id}.file`, person, async (chatId) => {
      // While Telegram was away or the chat was busy his role may have been taken from him.
      const reader = await findPerson(deps.db, person.id);
      if (reader?.status !== 'active' || !mayReceive(reader.role, row)) {
        deps.log.warn(
          { exportId: row.id, userId: person.id },
          'file not sent: it is no longer for this person',
        );
        return;
      }
      const sent = await sendExport(deps, reader, chatId, row);
      if (sent.kind === 'unreachable') deps.log.info({ userId: person.id }, 'person cannot be reached');
    });
  },
});
