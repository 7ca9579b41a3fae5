// Runs in the browser: a page as a customer would make it, with one element in it. What the test wants of it lies in
// `window.elementWishes` before this runs, so that a page starts, and starts anew, with nobody's click.
import '../../../components/define.ts';
import type { FamedlyCall } from '../../../components/index.ts';
import { PageDevices } from './page-devices.ts';
import { meet, startClient } from './page-client.ts';
import type { ClientWishes } from './page-client.ts';

export interface ElementWishes {
  /** Of the element. */
  readonly attributes: Readonly<Record<string, string>>;
  /** A client of the page's own; without it the element signs in. */
  readonly client?: ClientWishes;
  /** The element asks the page for tokens: the test answers. */
  readonly providesTokens?: boolean;
  /** The browser's own devices in place of the small ones. */
  readonly ownDevices?: boolean;
  readonly unplugged?: readonly ('audioinput' | 'videoinput')[];
  /** The page answers every call by itself. */
  readonly answers?: boolean;
}

/** What tests see of the page, beside what a person sees. */
class ElementPage {
  readonly connections: RTCPeerConnection[] = [];
  /** What sound is played by. */
  readonly sounds: HTMLAudioElement[] = [];
  /** What a screen reader was told. */
  readonly said: string[] = [];
  readonly events: string[] = [];
  readonly devices = new PageDevices();
  /** Resolves when this page would encrypt for that device; there when its client has started. */
  meet: ((userId: string, deviceId: string) => Promise<void>) | undefined;

  get connection(): RTCPeerConnection {
    return this.connections.at(-1)!;
  }
}

const here = new ElementPage();
window.element = here;
const { elementWishes: wishes } = window;
const { RTCPeerConnection: Connection } = window;

window.RTCPeerConnection = class extends Connection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    here.connections.push(this);
  }
};
window.Audio = class extends Audio {
  constructor() {
    super();
    here.sounds.push(this);
  }
};
// In an insecure page there are none.
if (!wishes.ownDevices && isSecureContext) {
  Object.defineProperty(navigator, 'mediaDevices', { value: here.devices });
  for (const kind of wishes.unplugged ?? []) here.devices.unplug(kind);
}

function watch(element: FamedlyCall): void {
  for (const name of ['incoming', 'start', 'missed', 'end', 'error'] as const) {
    element.addEventListener(`famedly-call-${name}`, ({ detail }) => {
      const facts = 'code' in detail ? ` ${detail.code}` : 'reason' in detail ? ` ${detail.reason}` : '';
      here.events.push(`${name}${facts}`);
    });
  }
  if (wishes.answers) element.addEventListener('famedly-call-incoming', () => element.answer());
  const said = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const { textContent } of addedNodes) if (textContent) here.said.push(textContent);
    }
  });
  for (const region of element.shadowRoot!.querySelectorAll('[aria-live]')) {
    said.observe(region, { childList: true });
  }
}

const element = document.createElement('famedly-call');
for (const [name, value] of Object.entries(wishes.attributes)) element.setAttribute(name, value);
if (wishes.providesTokens) element.tokenProvider = (reason) => window.provideToken(reason);
const { client: account } = wishes;
if (account !== undefined) {
  const client = await startClient(account);
  here.meet = (userId, deviceId) => meet(client, userId, deviceId);
  element.client = client;
}
document.body.append(element);
await element.updateComplete;
watch(element);

declare global {
  interface Window {
    elementWishes: ElementWishes;
    element: ElementPage;
    /** The test's answer. */
    provideToken: (reason: string) => Promise<string>;
  }
}
