import { expect } from '@open-wc/testing';
import { register } from '../../components/register.ts';

class First extends HTMLElement {}
class Second extends HTMLElement {}
class Third extends HTMLElement {}

describe('register', () => {
  it('registers what is not there, and lets stay what another copy registered', () => {
    register({ 'test-first': First });
    register({ 'test-first': Second, 'test-third': Third });
    expect(customElements.get('test-first')).to.equal(First);
    expect(customElements.get('test-third')).to.equal(Third);
  });

  it('upgrades what is on the page already', () => {
    const early = document.createElement('test-early');
    document.body.append(early);
    class Early extends HTMLElement {}
    register({ 'test-early': Early });
    expect(early).to.be.instanceOf(Early);
    early.remove();
  });
});
