import '../../../components/define.ts';
import type { FamedlyCall } from '../../../components/call/famedly-call.ts';
import type { MatrixPort } from '../../../src/index.ts';
import { World } from '../../session/world.ts';
import { until } from '../../until.ts';

/** Alice has an engine alone, Bob has elements. */
export class Stage {
  readonly world = new World();
  readonly #elements: HTMLElement[] = [];

  async pair() {
    const { alice, bob, roomId } = await this.world.pair();
    bob.voip.dispose();
    const call = (type: 'voice' | 'video' = 'voice') =>
      alice.voip.inviteToCall(roomId, type, { userId: '@bob:memory' });
    return { alice, bob, roomId, port: bob.matrix as MatrixPort, call };
  }

  /** An element in the page, with these properties. */
  show(properties: Partial<FamedlyCall>): FamedlyCall {
    const element = document.createElement('famedly-call');
    Object.assign(element, properties);
    this.#elements.push(element);
    document.body.append(element);
    return element;
  }

  close(): void {
    for (const element of this.#elements) element.remove();
    this.world.close();
  }
}

export function inScene(element: Element, scene: string): Promise<void> {
  return until(() => element.matches(`:state(${scene})`), `the scene ${scene}`);
}

/** A button in the element or its parts, by its name. */
export function button(element: Element, name: string): HTMLButtonElement {
  const found = deep(element).find(
    (each) => each instanceof HTMLButtonElement && (each.ariaLabel ?? each.textContent.trim()) === name,
  );
  if (!(found instanceof HTMLButtonElement)) throw new Error(`no button ${name}`);
  return found;
}

export function text(element: Element): string {
  return deep(element)
    .flatMap((each) => [...each.childNodes].filter((node) => node instanceof Text))
    .map((node) => node.data.trim())
    .filter((each) => each !== '')
    .join(' ');
}

/** Everything in an element and its parts. */
export function deep(root: Element | ShadowRoot): Element[] {
  const inner = root instanceof Element && root.shadowRoot ? deep(root.shadowRoot) : [];
  return [...inner, ...[...root.children].flatMap((child) => [child, ...deep(child)])];
}
