import { expect } from '@open-wc/testing';
import {
  buildGroupDecline,
  buildMembershipReject,
  parseGroupDecline,
  parseMembershipReject,
} from '../../src/signalling/group-decline.ts';

describe('declining a group call', () => {
  it('names the notification', () => {
    const built = buildGroupDecline('$notification');
    expect(built).to.deep.equal({
      type: 'org.matrix.msc4310.rtc.decline',
      content: { 'm.relates_to': { rel_type: 'm.reference', event_id: '$notification' } },
    });
    expect(parseGroupDecline(built.content)).to.equal('$notification');
    for (const wrong of [null, 7, {}, { 'm.relates_to': {} }, { 'm.relates_to': { event_id: '$n' } }]) {
      expect(parseGroupDecline(wrong), JSON.stringify(wrong)).to.equal(null);
    }
  });

  it('names call and application where deployed apps hold a call between two as a group call', () => {
    const reject = { callId: '', application: 'm.call.video' };
    const built = buildMembershipReject(reject);
    expect(built).to.deep.equal({
      type: 'm.call.reject',
      content: { call_id: '', application: 'm.call.video' },
    });
    expect(parseMembershipReject(built.content)).to.deep.equal(reject);
  });

  it('is not what the reject of an ordinary call does', () => {
    expect(parseMembershipReject({ call_id: 'call', party_id: 'party', version: '1' })).to.equal(null);
    expect(parseMembershipReject('text')).to.equal(null);
  });
});
