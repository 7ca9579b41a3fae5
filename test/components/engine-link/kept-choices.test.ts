import { expect } from '@open-wc/testing';
import { HeardPeople } from '../../../components/engine-link/heard-people.ts';
import { KeptDevices } from '../../../components/engine-link/kept-devices.ts';

// Several pages of one site, or several elements of one page, keep what somebody chose in the same place.
describe('what is kept on this device', () => {
  beforeEach(() => localStorage.clear());

  it('of devices is known to all who keep it, and none undoes what another kept', () => {
    const [one, other] = [new KeptDevices(), new KeptDevices()];
    one.set({ blur: true });
    expect(other.choices.blur).equal(true);
    other.set({ microphone: false });
    expect(one.choices).include({ blur: true, microphone: false });
  });

  it('of devices is not lost because a choice was not offered then', () => {
    const before = { microphone: false, camera: false, microphoneId: 'm', cameraId: 'c', speakerId: 's' };
    localStorage.setItem('famedly-calls group devices', JSON.stringify(before));
    expect(new KeptDevices().choices).eql({ ...before, blur: false });
  });

  it('of devices is the usual where something else was kept', () => {
    const usual = new KeptDevices().choices;
    expect(usual).include({ microphone: true, camera: true, blur: false });
    for (const other of ['null', '{"camera":"no","microphone":false}', '{"camera":null}', '"no"', '{']) {
      localStorage.setItem('famedly-calls group devices', other);
      expect(new KeptDevices().choices, other).eql(usual);
    }
  });

  it('of devices holds for one who has nowhere to keep it', () => {
    const whole = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      const devices = new KeptDevices();
      devices.set({ blur: true });
      devices.set({ camera: false });
      expect(devices.choices).include({ blur: true, camera: false });
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', whole);
    }
  });

  it('of how people are heard holds for whoever was chosen, whatever an id is', () => {
    const usual = { volume: 1, muted: false };
    for (const id of ['constructor', 'toString', '__proto__'])
      expect(new HeardPeople().of(id), id).eql(usual);
  });

  it('of how people are heard is the same for all elements of a page', () => {
    const [one, other] = [new HeardPeople(), new HeardPeople()];
    one.set('@carl:example.org', { volume: 0.5 });
    expect(other.of('@carl:example.org').volume).equal(0.5);
  });

  it('of how people are heard is not undone by who keeps it of somebody else', () => {
    const [one, other] = [new HeardPeople(), new HeardPeople()];
    one.set('@anna:example.org', { muted: true });
    other.set('@bert:example.org', { volume: 0.5 });
    const kept = new HeardPeople();
    expect(kept.of('@anna:example.org').muted).equal(true);
    expect(kept.of('@bert:example.org').volume).equal(0.5);
    one.set('@anna:example.org', { muted: false });
    expect(new HeardPeople().of('@anna:example.org').muted).equal(false);
    expect(new HeardPeople().of('@bert:example.org').volume).equal(0.5);
  });
});
