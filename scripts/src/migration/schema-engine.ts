import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Prisma's schema engine as WebAssembly: Node 20 cannot import a `.wasm` file without a flag, and the ordinary
 * CLI would download a binary.
 */
const loadEngine = async (): Promise<void> => {
  const main = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(join(dirname(main), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
};

/** PostgreSQL's one-byte type, used in its catalogue: Prisma's adapter knows only arrays of it. */
const INTERNAL_CHAR_OID = 18;
const INTERNAL_CHAR_ARRAY_OID = 1002;

/** A pool that names the catalogue's "char" as an array of it, which the adapter takes. */
const openCataloguePool = (connectionString: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max: 2 });
  const query = async (config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> => {
    const result = await pool.query(config);
    for (const field of result.fields)
      if (field.dataTypeID === INTERNAL_CHAR_OID) field.dataTypeID = INTERNAL_CHAR_ARRAY_OID;
    return result;
  };
  return new Proxy(pool, {
    get: (target, key) => (key === 'query' ? query : Reflect.get(target, key, target)),
  });
};

/** An adapter that can read PostgreSQL's catalogue: the arrays above become the single letters that they are. */
class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

/**
 * The SQL that turns a database into the one that a Prisma schema describes; '' when it is that already.
 * What Prisma cannot express (partial indexes, triggers, checks) is neither seen nor touched.
 */
export const diffSchema = async (databaseUrl: string, schemaPath: string): Promise<string> => {
  await loadEngine();
  const files = [{ path: schemaPath, content: await readFile(schemaPath, 'utf8') }];
  const pool = openCataloguePool(databaseUrl);
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => {},
    adapter,
  );
  try {
    const { stdout } = await schemaEngine.diff({
      from: { tag: 'schemaDatasource', files, configDir: dirname(schemaPath) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    return withoutEmpty(stdout ?? '');
  } finally {
    schemaEngine.free();
    await pool.end();
  }
};

const withoutEmpty = (script: string): string =>
  script.trim() === '-- This is an empty migration.' ? '' : script.trim();
