/** Version of the engine's code; raise it whenever the same rules could give another score. */
export const ENGINE_VERSION = '1.2.1';
