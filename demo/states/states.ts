import 'famedly-calls/define';
import 'famedly-calls/define-group';
import { allStates } from './all-states.ts';
import { Gallery } from './gallery.ts';
import { scriptDevices } from './scripted-devices.ts';
import { showSheet, showSingle } from './single.ts';
import { paint, readSurroundings } from './surroundings.ts';

async function start(): Promise<void> {
  const wishes = new URLSearchParams(location.search);
  const surroundings = readSurroundings(wishes);
  scriptDevices();
  paint(document.documentElement, surroundings.theme);
  const state = allStates.find(({ id }) => id === wishes.get('state'));
  const wanted = wishes.get('sheet');
  if (state !== undefined) await showSingle(state, surroundings);
  else if (wanted === null) new Gallery(document.body.querySelector('main') ?? document.body);
  else {
    const some = wanted === '' ? null : wanted.split(',');
    await showSheet(
      allStates.filter(({ id, alone }) => some?.includes(id) ?? alone !== true),
      surroundings,
    );
  }
}

void start();
