import { expect } from '@open-wc/testing';
import { VoIP } from 'famedly-calls';
import { connectMemory } from 'famedly-calls/memory';
import { until } from '../../until.ts';

/** A page may fill in the element before the script is there that knows it. */
describe('an element whose script comes late', () => {
  it('has what was set before: engine, call, room', async () => {
    const anna = await connectMemory({ userId: '@anna:memory', deviceId: 'LAPTOP' });
    const ben = await connectMemory({ userId: '@ben:memory', deviceId: 'PHONE' });
    const roomId = await anna.ensureDirectRoom(ben.userId);
    const voip = new VoIP(anna);
    const session = voip.inviteToCall(roomId, 'voice', { userId: ben.userId });

    const element = document.createElement('famedly-call');
    Object.assign(element, { voip, session, roomId });
    document.body.append(element);
    expect(element.shadowRoot).to.equal(null);
    await import('famedly-calls/define');

    expect(element.matches(':defined')).to.equal(true);
    await until(() => element.matches(':state(outgoing)'), 'it shows no call');
    expect(element.voip).to.equal(voip);
    expect(element.session).to.equal(session);
    element.hangup();
    expect(session.state).to.equal('ended');
    element.remove();
    voip.dispose();
  });
});
