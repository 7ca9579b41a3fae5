import { expect } from '@open-wc/testing';
import { CallError } from '../../src/call/call-error.ts';
import type { CallInput } from '../../src/call/call-input.ts';
import type { Effects } from '../../src/call/effect.ts';
import { TALKING_EFFECTS } from '../../src/call/talking-effects.ts';
import { CallRunner } from '../../src/session/call-runner.ts';
import { ManualClock } from '../matrix/memory/manual-clock.ts';
import { after, ANSWERED, bobsPhone, incoming, metadata, offer, RINGS } from '../call/calls.ts';

const one = { candidate: 'candidate:one' };
const NEGOTIATE: CallInput = { type: 'negotiate', description: offer, metadata };
const CANDIDATES: CallInput = { type: 'candidates', party: bobsPhone, candidates: [one] };

/** A runner after these inputs, whose later effects come when the test says so. */
function runner(inputs: readonly CallInput[]) {
  const commands: string[] = [];
  const warnings: unknown[] = [];
  const clock = new ManualClock();
  const fetches: { resolve: (effects: Effects) => void; reject: (error: Error) => void }[] = [];
  const run = new CallRunner({
    context: after(incoming(), ...inputs).call,
    clock,
    log: { debug: () => undefined, warn: (_message, facts) => warnings.push(facts) },
    execute: (command) => commands.push(command.do),
    onTransition: () => undefined,
    fetchEffects: () => new Promise((resolve, reject) => fetches.push({ resolve, reject })),
  });
  return { run, commands, warnings, fetches, clock };
}

/** All that was due has happened. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

describe('what a person asks of a call', () => {
  it('is refused where its state does not allow it', () => {
    const { run } = runner(RINGS);
    const before = run.context;
    for (const input of [{ type: 'place' }, { type: 'hold', onHold: true }] as const) {
      expect(() => run.ask(input))
        .to.throw(CallError)
        .with.property('code', 'invalid-state');
    }
    expect(run.context).to.equal(before);
  });
});

describe('a call while a part of the machine is fetched', () => {
  it('keeps the order of what comes in', async () => {
    const { run, commands, fetches } = runner(ANSWERED);
    run.input(CANDIDATES);
    run.input(NEGOTIATE);
    run.input(CANDIDATES);
    run.input({ type: 'hold', onHold: true });
    run.input({ type: 'media-connected' });
    expect(commands).to.deep.equal(['add-candidates']);
    expect(run.context.state).to.equal('connecting');
    fetches[0]?.resolve(TALKING_EFFECTS);
    await settled();
    expect(commands).to.deep.equal(['add-candidates', 'negotiate', 'add-candidates', 'set-remote-on-hold']);
    expect(run.context).to.include({ state: 'connected', remoteOnHold: true });
    expect(fetches).to.have.length(1);
  });

  it('ends at once, and what waited is void', async () => {
    const { run, commands, fetches } = runner(ANSWERED);
    run.input(NEGOTIATE);
    run.input({ type: 'hold', onHold: true });
    run.input({ type: 'hung-up', reason: 'user_hangup' });
    expect(run.context.state).to.equal('ended');
    fetches[0]?.resolve(TALKING_EFFECTS);
    await settled();
    expect(commands).to.deep.equal(['close']);
  });

  it('refuses at once what its state does not allow', async () => {
    const { run, commands, fetches } = runner(ANSWERED);
    run.input(NEGOTIATE);
    expect(() => run.ask({ type: 'answer' })).to.throw(CallError);
    fetches[0]?.resolve(TALKING_EFFECTS);
    await settled();
    expect(commands).to.deep.equal(['negotiate']);
  });

  it('goes on without it where it does not come, says so once, and does what needs it when it has come', async () => {
    const { run, commands, warnings, fetches, clock } = runner(ANSWERED);
    run.input(NEGOTIATE);
    run.input(CANDIDATES);
    fetches[0]?.reject(new TypeError('Failed to fetch'));
    await settled();
    expect(commands).to.deep.equal(['add-candidates']);
    run.input({ type: 'hold', onHold: true });
    run.input(CANDIDATES);
    expect(commands).to.deep.equal(['add-candidates', 'add-candidates']);
    clock.advance(10_000);
    fetches[1]?.reject(new TypeError('Failed to fetch'));
    await settled();
    clock.advance(10_000);
    fetches[2]?.resolve(TALKING_EFFECTS);
    await settled();
    expect(commands.slice(2)).to.deep.equal(['negotiate', 'set-remote-on-hold']);
    expect(warnings).to.have.length(1);
    expect(fetches).to.have.length(3);
  });

  it('makes the path anew when the network is back and brought what that needs', async () => {
    const { run, commands, fetches, clock } = runner(ANSWERED);
    run.input({ type: 'media-connected' });
    run.input({ type: 'media-disconnected' });
    fetches[0]?.reject(new TypeError('Failed to fetch'));
    await settled();
    run.input({ type: 'network-changed' });
    expect(run.context.state).to.equal('reconnecting');
    expect(commands).to.deep.equal([]);
    clock.advance(2_000);
    fetches[1]?.resolve(TALKING_EFFECTS);
    await settled();
    expect(commands).to.include('restart-ice');
  });

  it('is not asked for any more when it is over', async () => {
    const { run, fetches, clock } = runner(ANSWERED);
    run.input(NEGOTIATE);
    fetches[0]?.reject(new TypeError('Failed to fetch'));
    await settled();
    run.input({ type: 'hangup' });
    clock.advance(60_000);
    expect(fetches).to.have.length(1);
  });

  it('asks for it as soon as people talk, and not before', () => {
    const { run, fetches } = runner(RINGS);
    for (const input of [{ type: 'answer' }, ...ANSWERED.slice(-1), CANDIDATES] as const) run.input(input);
    expect(fetches).to.have.length(0);
    run.input({ type: 'media-connected' });
    expect(fetches).to.have.length(1);
  });
});
