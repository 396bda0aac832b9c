import type { Db } from '@perezvon/db';

/** The file of an export, piece by piece: one piece is in memory at a time. Ends early when the file is deleted meanwhile. */
export async function* readExportFile(db: Db, exportId: number): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const chunk = await db.exportChunk.findUnique({
      where: { exportId_number: { exportId, number } },
      select: { content: true },
    });
    if (chunk === null) return;
    yield chunk.content;
  }
}
