import type { CDPSession } from '@playwright/test';
import type { Person } from './element-person.ts';

interface AxValue {
  value?: unknown;
}
interface AxNode {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  properties?: { name: string; value: AxValue }[];
}

/** Says nothing by themselves: what is in them does. */
const SILENT = new Set(['generic', 'none', 'InlineTextBox', 'RootWebArea', 'MenuListPopup']);
const STATES = ['focused', 'pressed', 'expanded', 'checked', 'busy', 'modal', 'keyshortcuts'];

/** What a screen reader finds on a page, from Chromium's own accessibility tree, and what it is told. */
export class ScreenReader {
  readonly #person: Person;
  readonly #protocol: CDPSession;
  #heard = 0;
  /** Everything so far, to be read by people. */
  readonly transcript: string[] = [];

  private constructor(person: Person, protocol: CDPSession) {
    this.#person = person;
    this.#protocol = protocol;
  }

  static async open(person: Person): Promise<ScreenReader> {
    return new ScreenReader(person, await person.context.newCDPSession(person.page));
  }

  /** What was said since the last time. */
  async hears(): Promise<string[]> {
    const all = await this.#person.page.evaluate(() => window.element.said);
    const said = all.slice(this.#heard);
    this.#heard = all.length;
    this.transcript.push(...said.map((text) => `  says: ${text}`));
    return said;
  }

  /** What there is, in the order of reading. */
  async finds(): Promise<string[]> {
    const { nodes } = (await this.#protocol.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const lines: string[] = [];
    const walk = (node: AxNode, depth: number): void => {
      const line = lineOf(node);
      if (line !== null) lines.push(`${'  '.repeat(depth)}${line}`);
      // A control is read by its name, and a region by what was said in it.
      if (LEAVES.has(String(node.role?.value)) && !node.ignored) return;
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child !== undefined) walk(child, line === null ? depth : depth + 1);
      }
    };
    const [root] = nodes;
    if (root !== undefined) walk(root, 0);
    this.transcript.push(...lines.map((line) => `    ${line}`));
    return lines;
  }

  step(what: string): void {
    this.transcript.push('', `# ${what}`);
  }
}

const LEAVES = new Set(['button', 'radio', 'status', 'alert', 'StaticText', 'heading', 'timer']);

function lineOf({ ignored, role, name, properties = [] }: AxNode): string | null {
  const kind = String(role?.value);
  const text = typeof name?.value === 'string' ? name.value : '';
  if (ignored || SILENT.has(kind)) return null;
  if (kind === 'status' || kind === 'alert') return null;
  const states = properties
    .filter(
      ({ name: state, value: { value } }) => STATES.includes(state) && value !== false && value !== 'false',
    )
    .map(({ name: state, value: { value } }) =>
      value === true || value === 'true' ? state : `${state} ${String(value)}`,
    );
  const after = states.length === 0 ? '' : ` (${states.join(', ')})`;
  return kind === 'StaticText' ? text : `${kind}${text === '' ? '' : ` “${text}”`}${after}`;
}
