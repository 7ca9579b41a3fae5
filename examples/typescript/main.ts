import 'famedly-calls/define';
import type { FamedlyCall } from 'famedly-calls/components';
import { anna, ben, roomId } from '../two-people.ts';

const status = document.querySelector('p')!;

const call = document.querySelector<FamedlyCall>('#anna')!;
call.client = anna;
call.roomId = roomId;
call.addEventListener('famedly-call-start', ({ detail }) => {
  status.textContent = `In a ${detail.type} call with ${detail.userId}.`;
});
call.addEventListener('famedly-call-end', ({ detail }) => {
  status.textContent = `Over: ${detail.reason}.`;
});

const other = document.querySelector<FamedlyCall>('#ben')!;
other.client = ben;
other.roomId = roomId;
