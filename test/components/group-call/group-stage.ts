import '../../../components/define-group.ts';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import type { MatrixPort } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { GroupWorld } from '../../session/group/group-world.ts';

/** All that a call in progress has is fetched. */
export function whole(element: FamedlyGroupCall): Promise<void> {
  return until(() => element.shadowRoot?.querySelector('famedly-group-bar') != null, 'a whole call');
}

/** The first person has an element, the others have engines alone. */
export class GroupStage {
  readonly world = new GroupWorld();
  readonly #elements: HTMLElement[] = [];

  async room(...others: readonly string[]) {
    const { people, roomId } = await this.world.room('me', ...others);
    const [me, ...rest] = people;
    if (me === undefined) throw new Error('nobody');
    me.voip.dispose();
    const sessions = await Promise.all(rest.map(({ voip }) => voip.fetchOrCreateGroupCall(roomId)));
    return { port: me.matrix as MatrixPort, roomId, people: rest, sessions };
  }

  /** An element in the page, with these properties. */
  show(properties: Partial<FamedlyGroupCall>): FamedlyGroupCall {
    const element = document.createElement('famedly-group-call');
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
