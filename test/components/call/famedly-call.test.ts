import { expect } from '@open-wc/testing';
import type { FamedlyCall } from '../../../components/call/famedly-call.ts';
import { connectInPage } from '../../../src/matrix/memory/connect-in-page.ts';
import { inState } from '../../session/world.ts';
import { until } from '../../until.ts';
import { button, inScene, Stage, text } from './stage.ts';

type EventName =
  | 'famedly-call-incoming'
  | 'famedly-call-start'
  | 'famedly-call-state'
  | 'famedly-call-missed'
  | 'famedly-call-end'
  | 'famedly-call-error';

/** What a page hears of one kind, from now on. */
function heard<Name extends EventName>(
  target: EventTarget,
  name: Name,
): HTMLElementEventMap[Name]['detail'][] {
  const details: HTMLElementEventMap[Name]['detail'][] = [];
  target.addEventListener(name, (event) => details.push((event as HTMLElementEventMap[Name]).detail));
  return details;
}

describe('famedly-call', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.close());

  /** Alice calls, and Bob's element has answered. */
  async function talking() {
    const { alice, roomId, port, call } = await stage.pair();
    const element = stage.show({ roomId, client: port });
    await inScene(element, 'idle');
    const outgoing = call();
    await inScene(element, 'incoming');
    element.answer();
    await inState(outgoing, 'connected');
    await inScene(element, 'voice');
    return { alice, roomId, port, call, element, outgoing };
  }

  describe('calls', () => {
    it('offers a call to the other one of two, places it, and says what becomes of it', async () => {
      const { alice, roomId, port } = await stage.pair();
      const element = stage.show({ roomId, client: port });
      await inScene(element, 'idle');
      const states = heard(element, 'famedly-call-state');
      const starts = heard(element, 'famedly-call-start');
      const ends = heard(element, 'famedly-call-end');
      button(element, 'Voice call').click();
      await until(() => alice.incoming.length > 0, 'alice rings');
      alice.incoming[0]?.answer();
      await inScene(element, 'voice');
      button(element, 'End').click();
      await inScene(element, 'ended');
      await until(() => text(element).includes('You hung up'), 'the end in words');
      expect(states.map(({ state }) => state)).to.include.members(['invite-sent', 'connected', 'ended']);
      expect(starts).to.have.lengthOf(1);
      expect(ends).to.have.lengthOf(1);
      expect(ends[0]).to.deep.include({
        roomId,
        userId: '@alice:memory',
        direction: 'outgoing',
        reason: 'user_hangup',
        endedBy: 'local',
      });
      expect(ends[0]?.duration).to.be.greaterThan(-1);
    });

    it('calls whom the ended call was with', async () => {
      const { element, alice, outgoing } = await talking();
      outgoing.hangup();
      await inScene(element, 'ended');
      await until(() => text(element).includes('Call again'), 'the card');
      button(element, 'Call again').click();
      await until(() => alice.incoming.length > 0, 'alice rings');
    });

    it('is called back from the card of a missed call', async () => {
      const { alice, roomId, port, call } = await stage.pair();
      const element = stage.show({ roomId, client: port });
      await inScene(element, 'idle');
      const missed = heard(element, 'famedly-call-missed');
      const outgoing = call('video');
      await inScene(element, 'incoming');
      outgoing.hangup();
      await inScene(element, 'missed');
      await until(() => text(element).includes('Missed video call'), 'the card');
      expect(missed.map(({ userId, type }) => ({ userId, type }))).to.deep.equal([
        { userId: '@alice:memory', type: 'video' },
      ]);
      button(element, 'Call back').click();
      await until(() => alice.incoming.length > 0, 'alice rings');
    });

    it('tells the page what kept a call from being placed, and throws nothing', () => {
      const element = stage.show({ roomId: '!nowhere:memory' });
      const errors = heard(element, 'famedly-call-error');
      element.call();
      expect(errors.map(({ code }) => code)).to.deep.equal(['no-client']);
    });

    it('renders once for each change', async () => {
      const { roomId, port, alice } = await stage.pair();
      const element = stage.show({ roomId, client: port });
      await inScene(element, 'idle');
      await element.updateComplete;
      const renders = countRenders(element);
      let changes = 0;
      element.call('voice');
      const session = element.session!;
      session.on('change', () => (changes += 1));
      await until(() => alice.incoming.length > 0, 'alice rings');
      alice.incoming[0]?.answer();
      await inScene(element, 'voice');
      await until(() => text(element).includes('0:0'), 'what belongs to a call in progress');
      // The call itself, what is fetched with it, and its first sound.
      expect(renders()).to.be.at.most(changes + 4);
    });
  });

  describe('in the page', () => {
    it('is moved in mid-call, and the call goes on', async () => {
      const { element, outgoing } = await talking();
      const elsewhere = document.createElement('div');
      document.body.append(elsewhere);
      elsewhere.append(element);
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
      expect(outgoing.state).to.equal('connected');
      expect(element.matches(':state(voice)')).to.be.true;
      elsewhere.remove();
    });

    it('hangs up when it is removed for good', async () => {
      const { element, outgoing } = await talking();
      element.remove();
      await inState(outgoing, 'ended');
      expect(element.session).to.be.null;
    });

    it('rings on elsewhere when it is removed while it rings', async () => {
      const { roomId, port, call } = await stage.pair();
      const element = stage.show({ roomId, client: port });
      await inScene(element, 'idle');
      const outgoing = call();
      await inScene(element, 'incoming');
      element.remove();
      await until(() => element.session === null, 'it has let go');
      expect(outgoing.state).to.equal('invite-sent');
    });

    it('calls again after it was removed and put back', async () => {
      const { element, call, outgoing } = await talking();
      element.remove();
      await inState(outgoing, 'ended');
      document.body.append(element);
      await inScene(element, 'idle');
      call();
      await inScene(element, 'incoming');
    });

    it('takes a client that comes late', async () => {
      const { roomId, port } = await stage.pair();
      const element = stage.show({ roomId });
      await inScene(element, 'loading');
      element.client = port;
      await inScene(element, 'idle');
    });

    it('says when nobody gives it a client, and takes one after that', async () => {
      const { roomId, port } = await stage.pair();
      const element = stage.show({ roomId });
      const errors = heard(element, 'famedly-call-error');
      await inScene(element, 'problem');
      await until(() => text(element).includes('Calls are not set up on this page'), 'the words');
      expect(errors.map(({ code }) => code)).to.deep.equal(['no-client']);
      element.client = port;
      await inScene(element, 'idle');
    });

    it('keeps its call when its room and client change, and is for the new ones after it', async () => {
      const { element, outgoing, roomId } = await talking();
      const carol = await connectInPage(stage.world.server, { userId: '@carol:memory', deviceId: 'C1' });
      element.roomId = await carol.ensureDirectRoom('@bob:memory');
      element.client = carol;
      await element.updateComplete;
      expect(outgoing.state).to.equal('connected');
      expect(element.session?.roomId).to.equal(roomId);
      outgoing.hangup();
      await inScene(element, 'ended');
      await until(() => element.voip?.port === carol, 'the new client');
      carol.dispose();
    });

    it('shows nothing while it listens, rings in any room, and hides again when it is closed', async () => {
      const { port, call } = await stage.pair();
      const element = stage.show({ listen: true, client: port });
      await inScene(element, 'hidden');
      expect(element.checkVisibility()).to.be.false;
      const outgoing = call();
      await inScene(element, 'incoming');
      expect(element.checkVisibility()).to.be.true;
      element.reject();
      await inState(outgoing, 'ended');
      await until(() => text(element).includes('Call ended'), 'the card');
      button(element, 'Close').click();
      await inScene(element, 'hidden');
    });

    it('rings in one of two elements for a room', async () => {
      const { roomId, port, call } = await stage.pair();
      const [first, second] = [stage.show({ roomId, client: port }), stage.show({ roomId, client: port })];
      await Promise.all([inScene(first, 'idle'), inScene(second, 'idle')]);
      call();
      await inScene(first, 'incoming');
      await first.updateComplete;
      expect(second.matches(':state(idle)')).to.be.true;
    });

    it('shows a call of the page, which outlives the element', async () => {
      const { alice, bob, roomId } = await stage.world.pair();
      const session = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
      const element = stage.show({ session });
      await inScene(element, 'outgoing');
      await until(() => bob.incoming.length > 0, 'bob rings');
      bob.incoming[0]?.answer();
      await inScene(element, 'voice');
      element.remove();
      await until(() => element.session === null, 'the element lets go');
      expect(session.state).to.equal('connected');
    });

    it('takes what is set to nothing, as frameworks do, for not set', async () => {
      const { roomId, port } = await stage.pair();
      const nothing = { roomId: undefined, client: undefined, voip: undefined, session: undefined };
      const element = stage.show(nothing as unknown as Partial<FamedlyCall>);
      await inScene(element, 'loading');
      Object.assign(element, { homeserver: undefined, userId: null, deviceId: undefined, callee: null });
      element.client = port;
      element.setAttribute('room-id', roomId);
      await inScene(element, 'idle');
      element.removeAttribute('room-id');
      await inScene(element, 'problem');
      await until(() => text(element).includes('Nobody to call'), 'the words');
    });

    it('rings once on an engine of the page when it was taken out and put back', async () => {
      const { bob, roomId, alice } = await stage.world.pair();
      const element = stage.show({ roomId, voip: bob.voip });
      await inScene(element, 'idle');
      element.remove();
      // It lets go after a turn of the event loop.
      await new Promise((resolve) => setTimeout(resolve));
      document.body.append(element);
      await inScene(element, 'idle');
      const rung = heard(element, 'famedly-call-incoming');
      alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
      await inScene(element, 'incoming');
      expect(rung).to.have.lengthOf(1);
    });

    it('takes a token out of the document', () => {
      const holder = document.createElement('div');
      holder.innerHTML = '<famedly-call access-token="very secret"></famedly-call>';
      document.body.append(holder);
      expect(holder.innerHTML).not.to.contain('secret');
      holder.remove();
    });
  });

  describe('who is in front of it', () => {
    it('finds the focus on the answer when it rings, and where it was when the call is over', async () => {
      const { roomId, port, call } = await stage.pair();
      const before = document.createElement('button');
      document.body.append(before);
      before.focus();
      const element = stage.show({ roomId, client: port });
      await inScene(element, 'idle');
      const outgoing = call();
      await until(() => element.matches(':focus-within'), 'the answer has the focus');
      expect(focused()?.textContent.trim()).to.equal('Answer');
      element.reject();
      await inState(outgoing, 'ended');
      await until(() => document.activeElement === before, 'the focus is back');
      before.remove();
    });

    it('does not lose the focus of somebody who types', async () => {
      const { roomId, port, call } = await stage.pair();
      const field = document.createElement('input');
      document.body.append(field);
      const element = stage.show({ roomId, client: port });
      await inScene(element, 'idle');
      field.focus();
      call();
      await inScene(element, 'incoming');
      await element.updateComplete;
      expect(document.activeElement).to.equal(field);
      field.remove();
    });

    it('keeps the focus in the element when the button that was pressed goes away', async () => {
      const { alice, roomId, port } = await stage.pair();
      const element = stage.show({ roomId, client: port });
      await inScene(element, 'idle');
      button(element, 'Voice call').focus();
      button(element, 'Voice call').click();
      await inScene(element, 'outgoing');
      await until(() => focused()?.ariaLabel === 'Mute microphone', 'the dock has the focus');
      await until(() => alice.incoming.length > 0, 'alice rings');
    });

    it('mutes by a key while the focus is inside, and not over a text field', async () => {
      const { element } = await talking();
      const session = element.session!;
      button(element, 'Mute microphone').focus();
      press('m');
      await until(() => session.snapshot.local.microphone === 'muted', 'muted');
      (document.activeElement as HTMLElement).blur();
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
      press('m');
      expect(session.snapshot.local.microphone).to.equal('muted');
      field.remove();
    });

    it('is told aloud that somebody calls, that it is connected, and how it ended', async () => {
      const { roomId, port, call } = await stage.pair();
      const element = stage.show({ roomId, client: port });
      const said = listen(element);
      await inScene(element, 'idle');
      const outgoing = call();
      await inScene(element, 'incoming');
      element.answer();
      await inState(outgoing, 'connected');
      await until(() => said().some((each) => each.startsWith('Connected')), 'connected');
      outgoing.hangup();
      await until(() => said().some((each) => each.startsWith('Call ended')), 'ended');
      expect(said().map((each) => each.replace(/\d+:\d\d/, '0:00'))).to.deep.equal([
        'alice is calling. Voice call',
        'Connecting…',
        'Connected with alice',
        'Call ended. alice hung up · 0:00',
      ]);
    });
  });
});

function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function press(key: string): void {
  focused()?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
}

/** How often it has rendered since. */
function countRenders(element: FamedlyCall): () => number {
  let count = 0;
  const { render } = element as unknown as { render: () => unknown };
  Object.defineProperty(element, 'render', {
    value: () => {
      count += 1;
      return render.call(element);
    },
  });
  return () => count;
}

/** Everything that the live regions have said. */
function listen(element: FamedlyCall): () => string[] {
  const said: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) said.push(node.textContent ?? '');
  });
  void element.updateComplete.then(() => {
    for (const region of element.renderRoot.querySelectorAll('[aria-live]')) {
      observer.observe(region, { childList: true });
    }
  });
  return () => said.map((each) => each.trim()).filter((each) => each !== '');
}
