import type { Db } from '@perezvon/db';

/**
 * The file of an export, piece by piece: one piece is in memory at a time.
 * @param file `bytes`: its size; a part of a file must not look like the whole
 * @throws when the file is deleted meanwhile
 */
export async function* readExportFile(
  db: Db,
  { id: exportId, bytes }: { id: number; bytes: number | null },
): AsyncGenerator<Uint8Array> {
  let left = bytes ?? 0;
  for (let number = 0; left > 0; number += 1) {
    const chunk = await db.exportChunk.findUnique({
      where: { exportId_number: { exportId, number } },
      select: { content: true },
    });
    if (chunk === null) throw new Error('the file of the export was deleted while it was read');
    left -= chunk.content.byteLength;
    yield chunk.content;
  }
}
