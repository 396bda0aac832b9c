import { Prisma, type Tx } from '@perezvon/db';
import type { ClinicDay } from './shown-scores.js';

/** A table of counts that is kept day by day. Names are ours, never data: they stand in statements as they are. */
export interface RollupTable {
  name: string;
  /** What a row is about, beside its `day`. */
  key: readonly string[];
  counts: readonly string[];
  /** A column that tells when its row was last written, where there is one. */
  stamp?: string;
  /** The plain count: what the rows of a clinic day are by definition, `key` and then `counts`. */
  count: (day: ClinicDay) => Prisma.Sql;
}

const list = (parts: readonly string[]): Prisma.Sql => Prisma.raw(parts.join(', '));

/** What a day's rows are by definition (`fresh`) and what they are now (`stored`). */
const freshAndStored = (table: RollupTable, clinicDay: ClinicDay): Prisma.Sql => {
  const columns = list([...table.key, ...table.counts]);
  return Prisma.sql`fresh (${columns}) AS (${table.count(clinicDay)}),
    stored AS (SELECT ${columns} FROM ${list([table.name])} WHERE day = ${clinicDay.day}::date)`;
};

/**
 * Recomputes a clinic day's rows in one statement: rows that have no call on the day any more go, rows that are right
 * already are left alone. The day must be taken (`takeDirtyDays`), so that no two processes write it at the same time.
 */
export const recomputeTable = async (tx: Tx, table: RollupTable, clinicDay: ClinicDay): Promise<void> => {
  const { name, key, counts, stamp } = table;
  const { day } = clinicDay;
  const columns = list([...key, ...counts]);
  const written = [...counts, ...(stamp === undefined ? [] : [stamp])];
  await tx.$executeRaw`
    WITH ${freshAndStored(table, clinicDay)},
    gone AS (
      DELETE FROM ${list([name])} WHERE day = ${day}::date AND (${list(key)}) NOT IN (SELECT ${list(key)} FROM fresh)
    )
    INSERT INTO ${list([name])} (day, ${columns})
    SELECT ${day}::date, ${columns} FROM (TABLE fresh EXCEPT TABLE stored) AS changed
    ON CONFLICT (day, ${list(key)}) DO UPDATE
      SET ${list(written.map((column) => `${column} = excluded.${column}`))}`;
};

/** Marks a clinic day whose stored rows are not the plain count. @returns 1 when it was not marked already, else 0 */
export const markStaleDay = (
  tx: Tx,
  table: RollupTable,
  clinicDay: ClinicDay,
): Promise<number> => tx.$executeRaw`
  WITH ${freshAndStored(table, clinicDay)}
  INSERT INTO dirty_rollup_days (day)
  SELECT ${clinicDay.day}::date
  WHERE EXISTS ((TABLE fresh EXCEPT TABLE stored) UNION ALL (TABLE stored EXCEPT TABLE fresh))
  ON CONFLICT DO NOTHING`;
