/** Facts that may stand in a log: ids, codes, counts. Never SDP, keys, tokens or content. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  debug(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
}

/** Warnings to the console; what is only of interest to a developer at its debug level. */
export const consoleLog: Log = {
  debug(message, facts) {
    console.debug(`[famedly-calls] ${message}`, facts ?? '');
  },
  warn(message, facts) {
    console.warn(`[famedly-calls] ${message}`, facts ?? '');
  },
};
